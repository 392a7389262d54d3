import { z } from 'zod';
import { brief } from '../core/brief.ts';
import type { CaseView } from '../core/case-state.ts';
import type { Diff } from '../core/diff.ts';
import type { ChangeError } from '../core/errors.ts';
import { sameData } from '../core/same-data.ts';
import type { Stamp } from '../core/stamp.ts';
import type { Result } from '../core/result.ts';
import type { AnalystId } from '../records/analyst/record.ts';
import type { DocumentId } from '../records/document/record.ts';
import type { IdOf, RecordType } from '../records/registry.ts';

/** What a command may know besides its input; it reads nothing else, so the same context gives the same diff. */
export interface CommandContext {
  readonly view: CaseView;
  /** Now: ISO 8601, UTC, milliseconds. */
  readonly at: string;
  readonly by: AnalystId;
  /** A fresh id of a record type. */
  newId<T extends RecordType>(type: T): IdOf[T];
  /** The canonical text of a document the command asked for through `documents`. */
  textOf(document: DocumentId): string;
}

/** One kind of change to a case. */
export interface Command<Name extends string, Schema extends z.ZodType> {
  readonly name: Name;
  readonly input: Schema;
  /** The change in the analyst's words, for menus and history: "Rate “Reuters” B". */
  label(input: z.output<Schema>, view: CaseView): string;
  /** The documents whose text `run` reads. */
  documents?(input: z.output<Schema>, view: CaseView): readonly DocumentId[];
  run(input: z.output<Schema>, context: CommandContext): Result<Diff, ChangeError>;
}

/** Types a command by its name and schema. */
export function defineCommand<Name extends string, Schema extends z.ZodType>(
  command: Command<Name, Schema>,
): Command<Name, Schema> {
  return command;
}

/**
 * A record by its id, or what a new one is to be: the command makes it in the same change, so that one undo takes back
 * the record and its use.
 */
export function orNew<Id extends z.ZodType, Details extends z.ZodRawShape>(
  id: Id,
  details: Details,
) {
  return z.union([id, z.strictObject({ new: z.strictObject(details) })]);
}

/** What the first new one of some choices is called, as a label says it; null if all are there already. */
export function newName(
  choices: readonly (string | { readonly new: { readonly name: string } } | null)[],
): string | null {
  for (const choice of choices) {
    if (typeof choice === 'object' && choice !== null) return brief(choice.new.name);
  }
  return null;
}

/** Who makes a record, and when. */
export function stampOf(context: CommandContext): Stamp {
  return { at: context.at, by: context.by };
}

/** Changes to some fields of a record; a field that is absent or undefined stays. */
export type Changes<R> = { readonly [K in keyof R]?: R[K] | undefined };

/** The record with the changes in it, or the very same record if they change nothing. */
export function changed<R extends object>(record: R, changes: Changes<R>): R {
  const different = Object.entries(changes).filter(
    ([field, value]) => value !== undefined && !sameData(value, Reflect.get(record, field)),
  );
  return different.length === 0 ? record : { ...record, ...Object.fromEntries(different) };
}

/** The list without some entries and with others added at its end, each once. */
export function edited<T>(
  list: readonly T[],
  change: { add: readonly T[]; remove: readonly T[] },
): T[] {
  const kept = list.filter((entry) => !change.remove.includes(entry));
  return [...new Set([...kept, ...change.add])];
}
