import type { z } from 'zod';
import type { AnyId, RecordType } from '../core/ids.ts';

/** One relation from a record to others, declared once; integrity, removal and reverse look-up all live on it. */
export interface Reference<R> {
  /** The field, for messages: "attribution". */
  readonly field: string;
  /** The record types its ids may point to. */
  readonly targets: readonly RecordType[];
  /** The ids the record holds in this field, in order. */
  ids(record: R): readonly AnyId[];
  /** The record without the ids that are gone, or null if it cannot be without them and goes too. */
  without(record: R, gone: ReadonlySet<AnyId>): R | null;
}

/** What the case has to know of a record type. */
export interface RecordDefinition<R> {
  readonly type: RecordType;
  readonly schema: z.ZodType<R>;
  readonly references: readonly Reference<R>[];
}

/** Types a definition by its schema. */
export function defineRecord<R>(definition: RecordDefinition<R>): RecordDefinition<R> {
  return definition;
}
