import { type AnyId, type AnyRecord, definitionOf, idsIn } from '../records/registry.ts';

/** The records whose history a record is part of, besides its own: a rating belongs to what it rates, a highlight to its document. */
export function ownersOf(record: AnyRecord): readonly AnyId[] {
  const { owners = [] } = definitionOf(record.type);
  return owners.flatMap((field) => idsIn(record, field));
}
