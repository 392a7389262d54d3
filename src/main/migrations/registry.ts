import { ratingsBesideClaims } from './0001-ratings-beside-claims.ts';
import type { Migration } from './migration.ts';

/** The version of the case folder's format that this program writes. */
export const currentFormat = 2;

/** Every step, oldest first: one for each format before the current one. */
export const migrations: readonly Migration[] = [ratingsBesideClaims];

/** Takes a record through every step from the format it was written in to the current one. */
export function upgradeRecord(
  record: unknown,
  format: number,
  steps: readonly Migration[] = migrations,
): unknown {
  return steps
    .filter((step) => step.from >= format)
    .reduce((upgraded, step) => step.record(upgraded), record);
}
