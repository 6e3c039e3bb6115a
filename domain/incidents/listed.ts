/** How many open incidents the board itself names; the file has more. */
export const shownOpen = 5;
/** How many the file has of those that are open and of those that are not. */
export const listedIncidents = 50;
/** The longest title and the longest text of the timeline, in characters. */
export const titleLength = 200;
export const textLength = 2_000;
/** The longest list of the staff. */
export const mostListed = 300;
