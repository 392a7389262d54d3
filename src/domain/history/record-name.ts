import { type AnyRecord, type RecordType, definitionOf, shortName } from '../records/registry.ts';

/** What a kind of record is called: "Claim". */
export function typeName(type: RecordType): string {
  return definitionOf(type).name;
}

/** What a record is called on one short line: a tag by its name, a claim by its statement, a highlight by its words. */
export function recordName(record: AnyRecord): string {
  return definitionOf(record.type).title(record);
}

/** What a record is called for short, where it has a number: "C12"; null where it has none. */
export function numberName(record: AnyRecord): string | null {
  return 'number' in record ? shortName(record) : null;
}

/** The number of a record, where it has one, and its name: "C12 NATO left Baghdad". */
export function numberedName(record: AnyRecord): string {
  return [numberName(record) ?? [], recordName(record)].flat().join(' ');
}
