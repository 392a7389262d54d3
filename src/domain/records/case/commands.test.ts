import { expect, test } from 'vitest';
import { aCase } from '../../testing/a-case.ts';
import { fixedId } from '../../testing/fixed-ids.ts';

test('a new case says nothing but its name, and is for those who need it', () => {
  const [record] = aCase().view.all('case');
  expect(record).toMatchObject({ name: 'Test', question: '', tlp: 'amber', sourceSummary: '' });
});

test('a case is not created in the place of another', () => {
  const made = aCase();
  const create = { name: 'Again', analyst: made.the(made.analyst) };
  expect(made.refused('case/create', create)).toMatchObject({
    code: 'command/invalid',
    facts: { command: 'case/create', problem: 'this already is the case “Test”' },
  });
});

test('what a case says of itself can be changed', () => {
  const made = aCase();
  const changes = { name: 'A', question: 'B', tlp: 'red', sourceSummary: 'C' } as const;
  made.run('case/update', changes);
  expect([...made.view.all('case')]).toMatchObject([changes]);
});

test('an analyst is added, or renamed', () => {
  const made = aCase();
  const grace = { type: 'analyst', id: fixedId('analyst', 99), name: 'Grace' } as const;
  expect(made.run('analyst/put', grace).created).toEqual([grace]);
  const renamed = { ...grace, name: 'Grace H.' };
  expect(made.run('analyst/put', renamed).updated).toEqual([[grace, renamed]]);
});
