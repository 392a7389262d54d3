import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exitCodes } from './exit-codes.ts';
import { run, temporaryFolder } from './test-run.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => folder.remove());

test('what has nothing to put away is left to be ended at once by Ctrl+C', async () => {
  const path = join(folder.path, 'case');
  const commands = [
    ['new', path],
    ['list', path, 'documents'],
    ['verify', path],
    ['recover', path, '--out', join(folder.path, 'recovered')],
  ];
  for (const command of commands) {
    let isHeldOff = false;
    const { code } = await run(command, {
      interruption: () => {
        isHeldOff = true;
        return new AbortController().signal;
      },
    });
    expect({ command, code, isHeldOff }).toEqual({
      command,
      code: exitCodes.done.code,
      isHeldOff: false,
    });
  }
});
