/** Characters; apart from the shapes, so that a form does not carry those. */
export const reasonLength = 600;
export const decidedByLength = 200;
export const noteLength = 1_000;
