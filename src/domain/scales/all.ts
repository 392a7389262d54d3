/* Every rating scale, one line for each; `registry.ts` makes the list of them. */
export { confidence } from './icd203-confidence.ts';
export { credibility } from './admiralty-credibility.ts';
export { likelihood } from './icd203-likelihood.ts';
export { reliability } from './admiralty-reliability.ts';
export { verdict } from './verdict.ts';
