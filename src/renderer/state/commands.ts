import type { z } from 'zod';
import type { CommandOutcome } from '../../domain/core/change.ts';
import type { CommandInput, CommandName } from '../../domain/commands/registry.ts';
import type { AppError } from '../../contract/errors.ts';
import type { AnyId, IdOf, RecordType } from '../../domain/core/ids.ts';
import type { Result } from '../../domain/core/result.ts';
import { invoke } from './bridge.ts';
import { notify } from './notices.ts';
import { tellRefusal } from './refusals.ts';
import { answerTo, untilSeq } from './replica.ts';

/**
 * Runs a command. Resolves when it is on disk and in the replica; a refusal is shown to the analyst and gives null.
 */
export async function run<N extends CommandName>(
  name: N,
  input: CommandInput<N>,
): Promise<CommandOutcome | null> {
  // Command inputs are plain data; their schemas know nothing that JSON does not.
  const json = input as z.core.util.JSONType;
  const result = await answerTo(invoke('command/run', { name, input: json }));
  if (!result.ok) {
    tellRefusal(result.error);
    return null;
  }
  if (result.value.seq !== null) await untilSeq(result.value.seq);
  return result.value;
}

/** Takes back one old change, as a change of its own. */
export function revert(seq: number): Promise<void> {
  return announce(invoke('history/revert', { seq }));
}

/** Makes a record what it was after a change, as a change of its own. */
export function restore(record: AnyId, seq: number): Promise<void> {
  return announce(invoke('history/restore', { record, seq }));
}

async function announce(asked: Promise<Result<CommandOutcome, AppError>>): Promise<void> {
  const result = await asked;
  if (!result.ok) {
    tellRefusal(result.error);
    return;
  }
  const { seq, label } = result.value;
  notify('done', seq === null ? 'It is as it was then already.' : `Done: ${label}`);
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
export async function undo(): Promise<void> {
  const result = await invoke('command/undo', {});
  notify(
    result.ok ? 'done' : 'error',
    result.ok ? `Undone: ${result.value.label}` : result.error.message,
  );
}

/** Does again what was taken back last, and says what. */
export async function redo(): Promise<void> {
  const result = await invoke('command/redo', {});
  notify(
    result.ok ? 'done' : 'error',
    result.ok ? `Redone: ${result.value.label}` : result.error.message,
  );
}
