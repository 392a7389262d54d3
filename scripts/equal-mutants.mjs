/** Small changes to the code that no test can notice, because the code does the same with them: each with its reason. */

/** @type {readonly import('./mutation-report.mjs').Reason[]} */
export const equalMutants = [];
