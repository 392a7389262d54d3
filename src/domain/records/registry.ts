import { z } from 'zod';
import { plainCheckOf } from '../core/plain-check.ts';
import { prefixOf, uuidPattern } from '../core/record-id.ts';
import * as all from './all.ts';
import type { PlacedSpan, RecordDefinition, Reference } from './definition.ts';

type Definition = (typeof all)[keyof typeof all];

/** The record of each type. */
export type RecordOf = {
  [D in Definition as D['type']]: D extends RecordDefinition<string, infer R> ? R : never;
};

/** The `type` field of a record, and the prefix of its id. */
export type RecordType = keyof RecordOf;

/** Any record of a case. */
export type AnyRecord = RecordOf[RecordType];

/** The id type of each record type. */
export type IdOf = { [T in RecordType]: RecordOf[T]['id'] };

/** The id of any record. */
export type AnyId = IdOf[RecordType];

/** The record that an id names. */
export type RecordFor<I extends AnyId> = Extract<AnyRecord, { id: I }>;

// The union of the definitions' types takes part in no inference; each function is used with records of its own type only.
const definitions = Object.values(all) as unknown as RecordDefinition<RecordType, AnyRecord>[];

const byType = new Map(definitions.map((definition) => [definition.type, definition]));

/** Every kind of record a case can hold. */
export const recordTypes: readonly RecordType[] = definitions.map(({ type }) => type);

/** A record type by its name. */
export const RecordType: z.ZodType<RecordType> = z.enum(recordTypes);

/** The record types whose records have a short number. */
export type NumberedType = {
  [T in RecordType]: RecordOf[T] extends { readonly number: number } ? T : never;
}[RecordType];

/** The types of {@link NumberedType}. */
export const numberedTypes = definitions
  .filter(({ letter }) => letter !== undefined)
  .map(({ type }) => type as NumberedType);

/** The short number of a record, or null where its type has none. */
export function numberOf(record: AnyRecord): number | null {
  return 'number' in record ? record.number : null;
}

/** What people call a record for short: C12, S3. */
export function shortName({
  type,
  number,
}: Pick<RecordOf[NumberedType], 'type' | 'number'>): string {
  return `${definitionOf(type).letter ?? ''}${number}`;
}

/** Any record, checked by the schema of its `type`. */
export const AnyRecord: z.ZodType<AnyRecord> = anySchema();

/** Tells whether data as JSON gives it fits {@link AnyRecord}, which it then is: what goes through a whole case asks this. */
export const fitsRecord = plainCheckOf(AnyRecord) as (data: unknown) => data is AnyRecord;

/** The id of any record, checked by the pattern of its type. */
export const RecordId = z.custom<AnyId>(
  (value) => typeof value === 'string' && anyIdPattern.test(value),
  'is no id of a record',
);

const anyIdPattern = new RegExp(`^(?:${recordTypes.join('|')})-${uuidPattern}$`);

/** What the case knows of a record type. */
export function definitionOf(type: RecordType): RecordDefinition<RecordType, AnyRecord> {
  const definition = byType.get(type);
  if (definition === undefined) throw new Error(`There is no record type “${type}”`);
  return definition;
}

/** Reads the record type off an id's prefix. */
export function typeOfId<T extends RecordType>(id: IdOf[T]): T {
  // The prefix of a branded id is its type by construction.
  return prefixOf(id) as T;
}

/** Every relation a record holds. */
export function referencesOf(record: AnyRecord): readonly Reference<AnyRecord>[] {
  return definitionOf(record.type).references;
}

/** The ids a record points to, each once. */
export function referencedIds(record: AnyRecord): ReadonlySet<AnyId> {
  const ids = new Set<AnyId>();
  // A schema lets only ids of records into the fields that references name.
  for (const reference of referencesOf(record))
    for (const id of reference.ids(record)) ids.add(id as AnyId);
  return ids;
}

/** The reference of a field, which records of the type must have. */
export function referenceOf(type: RecordType, field: string): Reference<AnyRecord> {
  const reference = definitionOf(type).references.find((candidate) => candidate.field === field);
  if (reference === undefined) throw new Error(`${type} has no reference “${field}”`);
  return reference;
}

/** The ids that a record holds in the reference of one field. */
export function idsIn(record: AnyRecord, field: string): readonly AnyId[] {
  // A schema lets only ids of records into the fields that references name.
  return referenceOf(record.type, field).ids(record) as readonly AnyId[];
}

/** Every stretch of text that a record quotes. */
export function spansOf(record: AnyRecord): readonly PlacedSpan[] {
  return definitionOf(record.type).spans?.(record) ?? [];
}

function anySchema(): z.ZodType<AnyRecord> {
  // The compiler cannot follow a union of schemas that is made from a list; the result is the union of their records by
  // construction.
  const schemas = definitions.map(({ schema }) => schema) as unknown as [z.ZodObject];
  return z.discriminatedUnion('type', schemas) as unknown as z.ZodType<AnyRecord>;
}
