import type { z } from 'zod';
import type { CommandOutcome } from '../../domain/core/change.ts';
import type { CommandInput, CommandName } from '../../domain/commands/registry.ts';
import type { AppError } from '../../contract/errors.ts';
import type { Result } from '../../domain/core/result.ts';
import { invoke } from './bridge.ts';
import { notify } from './notices.ts';
import { tellRefusal } from './refusals.ts';
import { untilCaseGoes } from './per-case.ts';
import type { AnyId, IdOf, RecordType } from '../../domain/records/registry.ts';
import { caseReplica } from './replica.ts';

/**
 * Runs a command. Resolves when it is on disk and in the replica. A refusal is shown to the analyst and gives null, as does
 * a case that is not on show any more when the answer comes: whoever asked must not go on in the next.
 */
export async function run<N extends CommandName>(
  name: N,
  input: CommandInput<N>,
): Promise<CommandOutcome | null> {
  // Command inputs are plain data; their schemas know nothing that JSON does not.
  const json = input as z.core.util.JSONType;
  const result = await caseReplica.answerTo(invoke('command/run', { name, input: json }));
  if (result?.ok === false) tellRefusal(result.error);
  return result?.ok === true ? result.value : null;
}

/** Takes back one old change, as a change of its own. */
export function revert(seq: number): Promise<void> {
  return announce(invoke('history/revert', { seq }), doneAnew);
}

/** Makes a record what it was after a change, as a change of its own. */
export function restore(record: AnyId, seq: number): Promise<void> {
  return announce(invoke('history/restore', { record, seq }), doneAnew);
}

function doneAnew({ seq, label }: CommandOutcome): string {
  return seq === null ? 'It is as it was then already.' : `Done: ${label}`;
}

/** The first record of a type that a command made. */
export function createdId<T extends RecordType>(
  outcome: CommandOutcome | null,
  type: T,
): IdOf[T] | null {
  const id = outcome?.created.find((candidate) => candidate.startsWith(`${type}-`));
  // The prefix of an id is the type of its record.
  return (id as IdOf[T] | undefined) ?? null;
}

/** Takes back the latest change, and says which. */
export function undo(): Promise<void> {
  return announce(invoke('command/undo', {}), ({ label }) => `Undone: ${label}`);
}

/** Does again what was taken back last, and says what. */
export function redo(): Promise<void> {
  return announce(invoke('command/redo', {}), ({ label }) => `Redone: ${label}`);
}

// Why something was not done is said in any case; that it was, only where it can be seen.
async function announce<T>(
  asked: Promise<Result<T, AppError>>,
  words: (value: T) => string,
): Promise<void> {
  const isOpen = untilCaseGoes();
  const result = await asked;
  if (!result.ok) tellRefusal(result.error);
  else if (isOpen()) notify('done', words(result.value));
}
