import type { z } from 'zod';
import type { Span } from '../core/span.ts';

/**
 * What a rule may look up: records by their ids. It knows no more of a record than that it is one: the types of all
 * records follow from the definitions, which therefore cannot name them.
 */
export interface Lookup {
  get(id: string): { readonly type: string; readonly id: string } | undefined;
}

/** One relation from a record to others, declared once; integrity, removal and reverse look-up all live on it. */
export interface Reference<R> {
  /** The field, for messages and for {@link RecordDefinition.home}: "attribution". */
  readonly field: string;
  /** The record types its ids may point to. */
  readonly targets: readonly string[];
  /** The ids the record holds in this field, in order. */
  ids(record: R): readonly string[];
  /** The record without the ids that are gone, or null if it cannot be without them and goes too. */
  without(record: R, gone: ReadonlySet<string>): R | null;
  /** Whether the ids are a set, so that none may stand there twice. */
  readonly isSet?: boolean;
  /** Whether the records make a tree by it, so that none may be its own ancestor. */
  readonly isTree?: boolean;
}

/** A stretch of a document's text that a record quotes. */
export interface PlacedSpan {
  /** The id of the document. */
  readonly document: string;
  readonly span: Span;
}

/** What a record of a given id is called. */
export type NameOf = (id: string) => string;

/** One field of a record in words: its label as the inspectors have it, and what stands in it; a list has no order. */
export interface RecordField {
  readonly label: string;
  readonly words: string | readonly string[];
}

/**
 * All that the case has to know of a record type. Ids, checkpoints, delivery to the window, salvage, names, the words of the
 * history, references and rules follow from it; `all.ts` is the list of them.
 */
export interface RecordDefinition<Type extends string, R> {
  /** The `type` field of the record, and the prefix of its id. */
  readonly type: Type;
  /** What the kind of record is called: "Claim". */
  readonly name: string;
  readonly schema: z.ZodType<R>;
  readonly references: readonly Reference<R>[];
  /**
   * Where it is kept: with the case as a whole, as a `document` with a checkpoint of its own, or with the record that the
   * reference of this field points to, wherever that is kept.
   */
  readonly home: 'case' | 'document' | { readonly with: string };
  /** The fields whose records' history its own is part of, besides its own. */
  readonly owners?: readonly string[];
  /** The letter before the short number that its records have: `C` for C12. Absent where they have none. */
  readonly letter?: string;
  /** What a record is called on one short line. */
  title(record: R): string;
  /** Its fields in words, in the order of its inspector; one that is not filled in is an empty string or list. */
  fields(record: R, nameOf: NameOf): readonly RecordField[];
  /** What a change did that shows in none of the fields: a rank, or a place in the text. */
  readonly unseenChange?: string;
  /** Every stretch of text that it quotes; absent where it quotes none. */
  spans?(record: R): readonly PlacedSpan[];
  /** What is wrong with it beside what its schema and references say, as the end of a sentence about it; null if nothing. */
  problem?(record: R, view: Lookup): string | null;
}

/** A field in words that may not be filled in. */
export function wordsOr<T>(value: T | null, words: (value: T) => string): string {
  return value === null ? '' : words(value);
}
