/** Imports of a tenant that are not done: each may hold a file of 50 MiB. */
export const MAX_UNFINISHED = 10;

/** How long refused rows are kept (API contract, imports). */
export const KEPT_MS = 24 * 60 * 60 * 1000;

/** An upload that was not accepted after so long was cut off by the end of its process. */
export const LONGEST_UPLOAD_MS = 60 * 60 * 1000;
