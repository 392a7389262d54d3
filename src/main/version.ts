import { version as packageVersion } from '../../package.json';

/** Assay's own version. */
export const version: string = packageVersion;
