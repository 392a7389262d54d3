import { expect, test } from 'vitest';
import { aCase } from '../../testing/a-case.ts';
import { claim, make, there } from '../../testing/made-records.ts';

test('a claim cannot be linked to itself', () => {
  const made = aCase({ documents: ['[One].'] });
  const id = claim(made);
  expect(made.refused('link/create', { from: id, to: id, kind: 'updates' })).toMatchObject({
    code: 'command/invalid',
    facts: { command: 'link/create', problem: 'a claim cannot be linked to itself' },
  });
});

test('a link has no note at first, is changed and is removed', () => {
  const made = aCase({ documents: ['[One] and [two].'] });
  const [from, to] = [claim(made, 0), claim(made, 1)];
  const link = make(made, 'link', 'link/create', { from, to, kind: 'updates' });
  expect(made.the(link)).toMatchObject({ from, to, kind: 'updates', note: '' });
  const changes = { kind: 'elaborates', note: 'With names' } as const;
  made.run('link/update', { link, changes });
  expect(made.the(link)).toMatchObject({ from, to, ...changes });
  made.run('link/remove', { link });
  expect(there(made, link, from, to)).toEqual([false, true, true]);
});
