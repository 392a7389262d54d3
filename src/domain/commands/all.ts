/** The commands of every record type: a line for each family. */
export { caseCommands } from '../records/case/commands.ts';
export { claimCommands } from '../records/claim/commands.ts';
export { documentCommands } from '../records/document/commands.ts';
export { highlightCommands } from '../records/highlight/commands.ts';
export { linkCommands } from '../records/link/commands.ts';
export { ratingCommands } from '../records/rating/commands.ts';
export { sourceCommands } from '../records/source/commands.ts';
export { tagCommands } from '../records/tag/commands.ts';
