import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../store/testing/temporary-case.ts';
import { windowCalls } from './testing/window-calls.ts';

afterEach(() => vi.restoreAllMocks());

test('a call that is unknown, or whose request does not fit, is refused by name', async () => {
  const { call } = await windowCalls({});
  expect(await call('toString', {})).toMatchObject({
    error: { code: 'call/unknown', facts: { call: 'toString' } },
  });
  expect(await call('command/run', { name: 1, input: null })).toMatchObject({
    error: {
      code: 'call/invalid',
      facts: { call: 'command/run', problem: expect.stringMatching(/^name /) as unknown },
    },
  });
});

test('whatever is thrown while a call is answered is logged, and answers it', async () => {
  const told = vi.spyOn(console, 'error').mockReturnValue();
  const { call } = await windowCalls({
    chooseFolder: () => Promise.reject(new Error('There is no display')),
  });
  expect(await call('import/folder', { job: randomUUID() })).toMatchObject({
    error: { code: 'call/failed', facts: { call: 'import/folder', reason: 'There is no display' } },
  });
  expect(told).toHaveBeenCalledOnce();
});

test('a command in the course of which something is thrown is answered, and the next one is made', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const path = join(await temporaryFolder(), 'A case.assay');
  const { call, session } = await windowCalls({ chooseSaveLocation: () => Promise.resolve(path) });
  expect(await call('case/create', { name: 'A case' })).toMatchObject({ ok: true });
  const clock = vi.spyOn(Date.prototype, 'toISOString').mockImplementationOnce(() => {
    throw new RangeError('The clock is out of range');
  });
  expect(await call('command/run', { name: 'tag/create', input: { name: 'One' } })).toMatchObject({
    error: { code: 'call/failed', facts: { call: 'command/run' } },
  });
  clock.mockRestore();
  expect(await call('command/run', { name: 'tag/create', input: { name: 'One' } })).toMatchObject({
    ok: true,
    value: { seq: 2 },
  });
  await session.close();
});
