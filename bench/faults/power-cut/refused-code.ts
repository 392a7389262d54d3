/** What the trials end with where the system refuses to mount; any other code but 0 means that they are broken. */
export const refusedCode = 77;
