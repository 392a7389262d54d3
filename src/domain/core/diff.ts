import { z } from 'zod';
import { type AnyId, AnyRecord } from '../records/registry.ts';

/** What a command changed, in whole records. A record appears in one of the three lists at most. */
export const Diff = z.strictObject({
  created: z.array(AnyRecord),
  updated: z.array(z.tuple([AnyRecord, AnyRecord])),
  removed: z.array(AnyRecord),
});
export type Diff = z.infer<typeof Diff>;

/** One record before and after; null where it is not there. */
export interface RecordChange {
  readonly before: AnyRecord | null;
  readonly after: AnyRecord | null;
}

/** The diff that changes nothing. */
export const emptyDiff: Diff = { created: [], updated: [], removed: [] };

/** How many records a diff touches. */
export function sizeOf({ created, updated, removed }: Diff): number {
  return created.length + updated.length + removed.length;
}

/** Tells whether a diff changes nothing. */
export function isEmptyDiff(diff: Diff): boolean {
  return sizeOf(diff) === 0;
}

/** The diff that takes back what the given one does. */
export function invertDiff(diff: Diff): Diff {
  return {
    created: diff.removed,
    updated: diff.updated.map(([before, after]) => [after, before]),
    removed: diff.created,
  };
}

/** One diff that does what the first and then the second do. */
export function composeDiffs(first: Diff, second: Diff): Diff {
  const changes = new Map<AnyId, RecordChange>(changesOf(first));
  for (const [id, { before, after }] of changesOf(second)) {
    changes.set(id, { before: changes.get(id)?.before ?? orNull(changes.has(id), before), after });
  }
  return diffOf(changes);
}

// A record the first diff already created has no "before", whatever the second one saw.
function orNull(known: boolean, before: AnyRecord | null): AnyRecord | null {
  return known ? null : before;
}

/** A diff record by record, in the order created, updated, removed. */
export function changesOf(diff: Diff): [AnyId, RecordChange][] {
  return [
    ...diff.created.map((after): [AnyId, RecordChange] => [after.id, { before: null, after }]),
    ...diff.updated.map(([before, after]): [AnyId, RecordChange] => [after.id, { before, after }]),
    ...diff.removed.map((before): [AnyId, RecordChange] => [before.id, { before, after: null }]),
  ];
}

/** Sorts changes into a diff; records that come and go within the changes are left out. */
export function diffOf(changes: ReadonlyMap<AnyId, RecordChange>): Diff {
  const diff: Diff = { created: [], updated: [], removed: [] };
  for (const { before, after } of changes.values()) {
    if (before === null) {
      if (after !== null) diff.created.push(after);
    } else if (after === null) diff.removed.push(before);
    else if (before !== after) diff.updated.push([before, after]);
  }
  return diff;
}
