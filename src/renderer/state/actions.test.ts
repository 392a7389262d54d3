import { expect, test } from 'vitest';
import { type Action, useActions, useOffer } from './actions.ts';
import { draw } from './testing/drawn.ts';

function anAction(id: string): Action {
  return { id, label: id, group: 'Case', perform: () => undefined };
}

function offered(): Action[] {
  return [...useActions.getState().actions.values()];
}

test('actions are offered as long as the component is on show, and as it offers them last', async () => {
  expect(useActions.getInitialState()).toEqual({ actions: new Map() });
  const [merge, rename, remove] = [anAction('merge'), anAction('rename'), anAction('remove')];
  const sources = await draw(useOffer, [merge, rename]);
  expect(offered()).toEqual([merge, rename]);
  await sources.again([remove]);
  expect(offered()).toEqual([remove]);
  await sources.end();
  expect(offered()).toEqual([]);
});

test('an action that another component offers by now stays when the first one goes', async () => {
  const before = anAction('merge');
  const now = anAction('merge');
  const goes = await draw(useOffer, [before]);
  const comes = await draw(useOffer, [now]);
  await goes.end();
  expect(offered()).toEqual([now]);
  expect(offered()[0]).toBe(now);
  await comes.end();
  expect(offered()).toEqual([]);
});
