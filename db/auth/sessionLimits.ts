/** A session ends so long after its start, however much it is used. */
export const sessionHours = 12;
/** And so long after it was last used. */
export const idleMinutes = 60;
/** Use is written down at most so often. */
export const touchSeconds = 30;

/** So many wrong passwords within so many minutes lock an account for as long. */
export const allowedFailures = 5;
export const lockMinutes = 15;

export const passwordLinkHours = 24;
