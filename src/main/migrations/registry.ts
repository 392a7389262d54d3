import { z } from 'zod';
import { ratingsBesideClaims } from './0001-ratings-beside-claims.ts';
import { documentsSayTheirLine } from './0002-documents-say-their-line.ts';
import { numbersAndLayouts } from './0003-numbers-and-layouts.ts';
import type { Migration, WholeCase } from './migration.ts';

/**
 * The version of the case folder's format that this program writes. Raised with a step in the list below; a program of
 * an earlier format then only reads such a case.
 */
export const currentFormat = 4;

/** Every step, oldest first: one for each format before the current one. */
export const migrations: readonly Migration[] = [
  ratingsBesideClaims,
  documentsSayTheirLine,
  numbersAndLayouts,
];

/** Takes a record through every step from the format it was written in to the current one. */
export function upgradeRecord(
  record: unknown,
  format: number,
  whole: WholeCase,
  steps: readonly Migration[] = migrations,
): unknown {
  // A step says which format it starts from, and a record takes every step from its own format on.
  return steps
    .filter((step) => step.from >= format)
    .reduce((upgraded, step) => step.record(upgraded, whole), record);
}

const AnyDiff = z.looseObject({
  created: z.array(z.unknown()),
  updated: z.array(z.array(z.unknown())),
  removed: z.array(z.unknown()),
});

/** Takes every record of a diff, as JSON gave it, through {@link upgradeRecord}; what is no diff stays as it is. */
export function upgradeDiff(
  diff: unknown,
  format: number,
  whole: WholeCase,
  steps: readonly Migration[] = migrations,
): unknown {
  const parsed = AnyDiff.safeParse(diff);
  if (!parsed.success) return diff;
  const upgrade = (record: unknown): unknown => upgradeRecord(record, format, whole, steps);
  const { created, updated, removed } = parsed.data;
  return {
    ...parsed.data,
    created: created.map(upgrade),
    updated: updated.map((pair) => pair.map(upgrade)),
    removed: removed.map(upgrade),
  };
}
