import { expect, test } from 'vitest';
import { z } from 'zod';
import { firstProblem } from './first-problem.ts';

const Team = z.strictObject({ people: z.array(z.strictObject({ name: z.string('is no name') })) });

test.each([
  ['the first of several fields', { people: [{ name: 'Ada' }, { name: 1 }, {}] }],
  ['the only one', { people: [{ name: 'Ada' }, {}] }],
])('the problem is named by its field: %s', (_, data) => {
  const { error } = Team.safeParse(data);
  expect(error && firstProblem(error)).toBe('people.1.name is no name');
});

test('what is wrong as a whole has no field', () => {
  const { error } = z.string('is no name').safeParse(1);
  expect(error && firstProblem(error)).toBe('is no name');
});

test('an error without a reason is still one', () => {
  expect(firstProblem(new z.ZodError([]))).toBe('is not valid');
});
