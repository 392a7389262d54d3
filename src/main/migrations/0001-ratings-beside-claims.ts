import type { Migration } from './migration.ts';

/**
 * From format 1 to 2: ratings of claims, and links, are kept in the checkpoint of their claim's document and no longer in
 * `case.json`, which therefore stays small however many claims there are. The records themselves are the same.
 */
export const ratingsBesideClaims: Migration = { from: 1, record: (record) => record };
