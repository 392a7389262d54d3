import { describe, expect, test } from 'vitest';
import type { Diff } from '../core/diff.ts';
import type { ChangeError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { aCase } from '../testing/a-case.ts';
import { fixedId } from '../testing/fixed-ids.ts';
import type { CommandContext } from './command.ts';
import { type CommandInput, type CommandName, prepareCommand } from './registry.ts';

const made = aCase({ documents: ['NATO [left] Baghdad.'] });
const [document = fixedId('document', 0)] = made.documents;
made.run('source/create', { name: 'Wire', kind: 'outlet' });
const source = Array.from(made.view.all('source'), ({ id }) => id).join();

function prepared<N extends CommandName>(name: N, input: CommandInput<N>) {
  const result = prepareCommand(name, input);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function run<N extends CommandName>(
  name: N,
  input: CommandInput<N>,
  context: Partial<CommandContext>,
): Result<Diff, ChangeError> {
  return prepared(name, input).run({
    view: made.view,
    at: '2026-03-15T12:00:00.000Z',
    by: made.analyst,
    newId: (type) => fixedId(type, 999),
    textOf: (id) => made.textOf(id),
    ...context,
  });
}

describe('a command is refused', () => {
  test('that nobody knows', () => {
    expect(prepareCommand('no/such', {})).toMatchObject({
      error: {
        code: 'command/invalid',
        facts: { command: 'no/such', problem: 'there is no such command' },
      },
    });
  });

  test('whose input does not fit, by the first field that does not', () => {
    expect(prepareCommand('tag/create', { name: 1 })).toMatchObject({
      error: {
        code: 'command/invalid',
        facts: { command: 'tag/create', problem: expect.stringMatching(/^name /) as string },
      },
    });
  });

  test('where it would break the case', () => {
    const input = { name: 'Agency', kind: 'outlet' as const };
    expect(run('source/create', input, {}).ok).toBe(true);
    // An id that is not new.
    expect(run('source/create', input, { newId: () => source as never })).toMatchObject({
      error: {
        code: 'command/integrity',
        facts: { command: 'source/create', problem: `${source} cannot get another number` },
      },
    });
  });

  test('where it quotes what its document does not say', () => {
    const texts = ['NATO left Baghdad.', 'NATO came to Baghdad.'];
    const input = { document, ranges: [{ start: 5, end: 9 }] };
    expect(
      run('highlight/create', input, { textOf: () => texts.shift() ?? texts.join() }),
    ).toMatchObject({
      error: {
        code: 'command/integrity',
        facts: {
          problem: expect.stringMatching(/quotes what its document does not say$/) as string,
        },
      },
    });
    expect(run('highlight/create', input, {}).ok).toBe(true);
  });
});

test('a command names the documents whose text it reads, or none', () => {
  const ranges = [{ start: 0, end: 4 }];
  expect(prepared('highlight/create', { document, ranges }).documents(made.view)).toEqual([
    document,
  ]);
  expect(prepared('tag/create', { name: 'Other' }).documents(made.view)).toEqual([]);
});
