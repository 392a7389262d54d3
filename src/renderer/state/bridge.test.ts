import { expect, test } from 'vitest';
import { appError } from '../../contract/errors.ts';
import { err, ok } from '../../domain/core/result.ts';
import { invoke, listen } from './bridge.ts';
import { standInForMain } from './testing/main-process.ts';

test('the main process is asked by name, and what it answers is given as it is', async () => {
  const refused = err(appError('store/no-case-open', {}));
  const main = standInForMain({
    'case/close': () => ok({ recent: [] }),
    'copy/cancel': () => refused,
  });
  expect(await invoke('case/close', {})).toEqual(ok({ recent: [] }));
  expect(await invoke('copy/cancel', {})).toBe(refused);
  expect(main.asked.map(([call]) => call)).toEqual(['case/close', 'copy/cancel']);
});

test('one kind of event is listened to, until that is ended', () => {
  const main = standInForMain();
  const heard: unknown[] = [];
  const stop = listen('case/health', (health) => heard.push(health));
  main.send('menu/chosen', { action: 'edit/undo' });
  main.send('case/health', { state: 'well' });
  expect(heard).toEqual([{ state: 'well' }]);
  stop();
  main.send('case/health', { state: 'well' });
  expect([heard.length, main.listeners()]).toEqual([1, 0]);
});
