/** The version of the case folder's format that this program writes. */
export const currentFormat = 1;

/** One step from a format to the next. */
export interface Migration {
  /** The format it starts from; it leads to the one after. */
  readonly from: number;
  /** Turns a record of the old format, as JSON gave it, into one of the new; not yet checked by a schema. */
  readonly record: (record: unknown) => unknown;
}

/** Every step, oldest first: one for each format before the current one. */
export const migrations: readonly Migration[] = [];

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
