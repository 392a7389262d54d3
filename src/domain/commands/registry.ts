import type { z } from 'zod';
import type { CaseView } from '../core/case-state.ts';
import type { Diff } from '../core/diff.ts';
import { type ChangeError, changeError } from '../core/errors.ts';
import { firstProblem } from '../core/first-problem.ts';
import { integrityProblem } from '../core/integrity.ts';
import { type Result, err, ok } from '../core/result.ts';
import * as all from './all.ts';
import type { Command, CommandContext } from './command.ts';
import type { DocumentId } from '../records/document/record.ts';

const commands = Object.values(all).flat();

type AnyCommand = (typeof commands)[number];

/** The name of a command. */
export type CommandName = AnyCommand['name'];

/** What a command takes, before defaults are filled in. */
export type CommandInput<N extends CommandName> = z.input<
  Extract<AnyCommand, { name: N }>['input']
>;

/** A command with its input parsed and found valid. */
export interface PreparedCommand {
  readonly name: CommandName;
  readonly label: (view: CaseView) => string;
  /** The documents whose text the command reads. */
  readonly documents: (view: CaseView) => readonly DocumentId[];
  /** The diff, checked for integrity; an empty diff if there is nothing to change. */
  readonly run: (context: CommandContext) => Result<Diff, ChangeError>;
}

/** Every command's name. */
export const commandNames: readonly CommandName[] = commands.map((command) => command.name);

/** Finds a command and parses its input; `command/invalid` names the first field that does not fit. */
export function prepareCommand(name: string, input: unknown): Result<PreparedCommand, ChangeError> {
  // The schema and the functions of one command belong together; the union hides that from the compiler.
  const command = commands.find((candidate) => candidate.name === name) as
    Command<CommandName, z.ZodType<object>> | undefined;
  if (command === undefined) {
    return err(
      changeError('command/invalid', { command: name, problem: 'there is no such command' }),
    );
  }
  const parsed = command.input.safeParse(input);
  if (!parsed.success) {
    const problem = firstProblem(parsed.error);
    return err(changeError('command/invalid', { command: name, problem }));
  }
  return ok({
    name: command.name,
    label: (view) => command.label(parsed.data, view),
    documents: (view) => command.documents?.(parsed.data, view) ?? [],
    run: (context) => {
      const result = command.run(parsed.data, context);
      if (!result.ok) return result;
      const loaded = new Set(command.documents?.(parsed.data, context.view));
      const problem = integrityProblem(context.view, result.value, (document) =>
        loaded.has(document) ? context.textOf(document) : undefined,
      );
      return problem === null
        ? result
        : err(changeError('command/integrity', { command: command.name, problem }));
    },
  });
}
