import type { z } from 'zod';
import type { CaseView } from '../case-state.ts';
import { type Diff, isEmptyDiff } from '../diff.ts';
import { type AppError, appError } from '../errors.ts';
import { integrityProblem } from '../integrity.ts';
import type { DocumentId } from '../model/ids.ts';
import { type Result, err, ok } from '../result.ts';
import { caseCommands } from './case.ts';
import { claimCommands } from './claim.ts';
import type { Command, CommandContext } from './command.ts';
import { documentCommands } from './document.ts';
import { highlightCommands } from './highlight.ts';
import { linkCommands } from './link.ts';
import { ratingCommands } from './rating.ts';
import { sourceCommands } from './source.ts';
import { tagCommands } from './tag.ts';

const commands = [
  ...caseCommands,
  ...documentCommands,
  ...highlightCommands,
  ...claimCommands,
  ...linkCommands,
  ...ratingCommands,
  ...sourceCommands,
  ...tagCommands,
] as const;

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
  readonly run: (context: CommandContext) => Result<Diff, AppError>;
}

/** Every command's name. */
export const commandNames: readonly CommandName[] = commands.map((command) => command.name);

/** Finds a command and parses its input; `command/invalid` names the first field that does not fit. */
export function prepareCommand(name: string, input: unknown): Result<PreparedCommand, AppError> {
  // The schema and the functions of one command belong together; the union hides that from the compiler.
  const command = commands.find((candidate) => candidate.name === name) as
    Command<CommandName, z.ZodType<object>> | undefined;
  if (command === undefined) {
    return err(appError('command/invalid', { command: name, problem: 'there is no such command' }));
  }
  const parsed = command.input.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const problem = `${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not valid'}`.trim();
    return err(appError('command/invalid', { command: name, problem }));
  }
  return ok({
    name: command.name,
    label: (view) => command.label(parsed.data, view),
    documents: (view) => command.documents?.(parsed.data, view) ?? [],
    run: (context) => checked(command.name, context, command.run(parsed.data, context)),
  });
}

function checked(
  command: CommandName,
  context: CommandContext,
  result: Result<Diff, AppError>,
): Result<Diff, AppError> {
  if (!result.ok || isEmptyDiff(result.value)) return result;
  const problem = integrityProblem(context.view, result.value);
  return problem === null ? result : err(appError('command/integrity', { command, problem }));
}
