import { type AnyRecord, type RecordType, definitionOf } from '../records/registry.ts';

/** What a kind of record is called: "Claim". */
export function typeName(type: RecordType): string {
  return definitionOf(type).name;
}

/** What a record is called on one short line: a tag by its name, a claim by its statement, a highlight by its words. */
export function recordName(record: AnyRecord): string {
  return definitionOf(record.type).title(record);
}
