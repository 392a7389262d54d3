import type { AppError } from '../contract/errors.ts';
import type { CommandEnvironment } from './environment.ts';
import { type Ending, endingOf, exitCodes } from './exit-codes.ts';

/** What a command has to say when it is over. */
export interface Outcome {
  readonly ending: Ending;
  /** The answer for a machine: a JSON object whose shape `docs/command-line.md` promises. */
  readonly json: object;
  /** The answer for a person, line by line. */
  readonly lines: readonly string[];
  /** What went wrong or has to be known, one sentence each, with the remedy. */
  readonly problems: readonly string[];
}

/** The outcome of a command that an error ended. */
export function failed({ code, facts, message }: AppError): Outcome {
  return {
    ending: endingOf(code),
    json: { error: { code, facts, message } },
    lines: [],
    problems: [message],
  };
}

/** The outcome of a command that was asked for something it cannot do. */
export function misused(message: string): Outcome {
  return {
    ending: 'usage',
    json: { error: { code: 'usage', facts: {}, message } },
    lines: [],
    problems: [message],
  };
}

/** Writes an outcome: the answer to standard output, problems to standard error. Answers the exit code. */
export function present(
  outcome: Outcome,
  asJson: boolean,
  environment: CommandEnvironment,
): number {
  const { json, lines, problems, ending } = outcome;
  if (asJson) environment.write(`${JSON.stringify(json, null, 2)}\n`);
  else if (lines.length > 0) environment.write(`${lines.join('\n')}\n`);
  // To standard error also with `--json`, so that standard output is a single JSON value.
  for (const problem of problems) environment.complain(`${problem}\n`);
  return exitCodes[ending].code;
}
