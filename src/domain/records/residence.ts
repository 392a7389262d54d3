import type { CaseView } from '../core/case-state.ts';
import { type Diff, changesOf } from '../core/diff.ts';
import type { DocumentId } from './document/record.ts';
import {
  type AnyId,
  type AnyRecord,
  definitionOf,
  idsIn,
  recordTypes,
  referenceOf,
} from './registry.ts';

/** Looks a record up on the way to where another one is kept. */
type Find = (id: AnyId) => AnyRecord | undefined;

/**
 * The document whose checkpoint a record is kept in, or null if it belongs to the case as a whole. What is said of a claim
 * is kept with it: its ratings, and the links that begin at it.
 */
export function homeOf(record: AnyRecord, find: Find): DocumentId | null {
  // No record type is kept with its own kind, directly or through others, so this comes to an end.
  let current: AnyRecord | undefined = record;
  while (current !== undefined) {
    if (current.type === 'document') return current.id;
    const { home } = definitionOf(current.type);
    if (typeof home === 'string') return null;
    const [next] = idsIn(current, home.with);
    // A document need not be there to be the home of what is made of it.
    if (next !== undefined && isDocument(next)) return next;
    current = next && find(next);
  }
  return null;
}

/** The documents in whose checkpoints a diff changes something; `after` is the case with the diff in it. */
export function homesOf(diff: Diff, after: CaseView): Set<DocumentId> {
  const homes = new Set<DocumentId>();
  // What is said of a record that goes has the home of that record, which the diff removes with it.
  const find: Find = after.get.bind(after);
  for (const [, change] of changesOf(diff)) {
    for (const record of [change.before, change.after]) {
      const home = record === null ? null : homeOf(record, find);
      if (home !== null) homes.add(home);
    }
  }
  return homes;
}

/** What is kept in a document's checkpoint: the document, its highlights and claims, and what is said of those. */
export function* recordsOfDocument(view: CaseView, id: DocumentId): Iterable<AnyRecord> {
  const document = view.get(id);
  if (document !== undefined) yield document;
  yield* recordsKeptWith(view, [{ id, type: 'document' }]);
}

/** The records that are kept with no document, found without looking at the many that are. */
export function* homelessRecords(view: CaseView): Iterable<AnyRecord> {
  for (const type of recordTypes) {
    if (definitionOf(type).home !== 'case') continue;
    yield* view.all(type);
    yield* recordsKeptWith(view, [...view.all(type)]);
  }
}

// The records that are kept with some others, with those in turn, and so on.
function* recordsKeptWith(
  view: CaseView,
  others: readonly Pick<AnyRecord, 'id' | 'type'>[],
): Iterable<AnyRecord> {
  for (let level = others; level.length > 0;) {
    const next: AnyRecord[] = [];
    for (const { type, field, targets } of keptWithOthers)
      for (const other of level)
        if (targets.includes(other.type))
          for (const record of view.referring(other.id, type))
            if (idsIn(record, field)[0] === other.id) next.push(record);
    yield* next;
    level = next;
  }
}

// The record types that are kept with records of others, and the reference that says with which.
const keptWithOthers = recordTypes.flatMap((type) => {
  const { home } = definitionOf(type);
  if (typeof home === 'string') return [];
  return { type, field: home.with, targets: referenceOf(type, home.with).targets };
});

function isDocument(id: AnyId): id is DocumentId {
  return id.startsWith('document-');
}
