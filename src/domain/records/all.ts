/** Every record type of a case: a folder and its line here. */
export { analystDefinition } from './analyst/record.ts';
export { caseDefinition } from './case/record.ts';
export { claimDefinition } from './claim/record.ts';
export { documentDefinition } from './document/record.ts';
export { highlightDefinition } from './highlight/record.ts';
export { linkDefinition } from './link/record.ts';
export { ratingDefinition } from './rating/record.ts';
export { sourceDefinition } from './source/record.ts';
export { tagDefinition } from './tag/record.ts';
