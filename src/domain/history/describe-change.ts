import { type Diff, type RecordChange, changesOf } from '../core/diff.ts';
import type { NameOf, RecordField } from '../records/definition.ts';
import { type AnyId, type AnyRecord, definitionOf, type RecordType } from '../records/registry.ts';
import { changedPart, excerpt } from './changed-part.ts';
import { numberName, numberedName, recordName } from './record-name.ts';

/** What a record of a given id is called. */
export type NameOfRecord = (id: AnyId) => string;

/** One field before and after, in words; empty where nothing stood or stands. */
export interface FieldChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What became of one record, in words. */
export interface DescribedRecord {
  readonly id: AnyId;
  readonly type: RecordType;
  /** What it is called for short; null where it has no number. */
  readonly number: string | null;
  /** What it is called after the change; before it, if it is gone. */
  readonly name: string;
  readonly how: 'added' | 'changed' | 'removed';
  readonly fields: readonly FieldChange[];
}

/**
 * Says in words what a change did to the first `most` records of its diff. `nameOf` gives the names of other records as they
 * were right after the change; one that the change itself removed is called what it was before.
 */
export function describeChange(diff: Diff, nameOf: NameOfRecord, most: number): DescribedRecord[] {
  const names = new Map(
    diff.removed.map((record): [AnyId, string] => [record.id, numberedName(record)]),
  );
  // Definitions ask only for ids that their records hold.
  const naming: NameOf = (id) => names.get(id as AnyId) ?? nameOf(id as AnyId);
  return changesOf(diff)
    .slice(0, most)
    .map(([, change]) => describeRecord(change, naming));
}

function describeRecord({ before, after }: RecordChange, nameOf: NameOf): DescribedRecord {
  // A diff holds no change without a record.
  const record = (after ?? before) as AnyRecord;
  const how = before === null ? 'added' : after === null ? 'removed' : 'changed';
  const { id, type } = record;
  const called = { number: numberName(record), name: recordName(record) };
  const changes = fieldChanges(before, after, nameOf);
  // What comes or goes shows in its fields, of which one at least is filled in.
  const fields = changes.length === 0 ? [unseenChange(type)] : changes;
  return { id, type, ...called, how, fields };
}

function fieldChanges(
  before: AnyRecord | null,
  after: AnyRecord | null,
  nameOf: NameOf,
): FieldChange[] {
  const old = fieldsOf(before, nameOf);
  const fresh = fieldsOf(after, nameOf);
  return (after === null ? old : fresh).flatMap(({ label }) =>
    fieldChange(label, find(old, label), find(fresh, label)),
  );
}

function fieldsOf(record: AnyRecord | null, nameOf: NameOf): readonly RecordField[] {
  return record === null ? [] : definitionOf(record.type).fields(record, nameOf);
}

// What changed and has no words of its own: a rank, or a place in the text.
function unseenChange(type: RecordType): FieldChange {
  const { unseenChange: words = 'changed' } = definitionOf(type);
  return { label: 'Place', before: '', after: words };
}

function find(fields: readonly RecordField[], label: string): RecordField['words'] {
  return fields.find((field) => field.label === label)?.words ?? '';
}

function fieldChange(
  label: string,
  before: RecordField['words'],
  after: RecordField['words'],
): FieldChange[] {
  if (typeof before !== 'string' || typeof after !== 'string')
    return listChange(label, listOf(before), listOf(after));
  if (before === after) return [];
  const [old, fresh] = changedPart(before, after);
  return [{ label, before: old, after: fresh }];
}

// Of a list only what came and went.
function listChange(
  label: string,
  before: readonly string[],
  after: readonly string[],
): FieldChange[] {
  const gone = before.filter((entry) => !after.includes(entry));
  const come = after.filter((entry) => !before.includes(entry));
  if (gone.length + come.length > 0) {
    return [{ label, before: excerpt(gone.join(', ')), after: excerpt(come.join(', ')) }];
  }
  const isReordered = before.join('\n') !== after.join('\n');
  return isReordered
    ? [{ label, before: excerpt(before.join(', ')), after: excerpt(after.join(', ')) }]
    : [];
}

// What stands beside a list and is none is the nothing of a record that is not there.
function listOf(words: RecordField['words']): readonly string[] {
  return typeof words === 'string' ? [] : words;
}
