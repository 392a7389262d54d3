import type { Migration } from './migration.ts';

/**
 * From format 2 to 3: a document's checkpoint says not only the number of the change it is of but also which line of the
 * journal that is, so that one from a fork of the case is not taken for its own. The records themselves are the same.
 */
export const documentsSayTheirLine: Migration = { from: 2, record: (record) => record };
