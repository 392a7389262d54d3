import { expect, test } from 'vitest';
import { aCase } from '../../testing/a-case.ts';
import { claim, source } from '../../testing/made-records.ts';

test('a record is rated only on the scales that are for its kind', () => {
  const made = aCase({ documents: ['It [burned].'] });
  const subjects = [claim(made)];
  function rate(scale: string, value: string, of: readonly string[] = subjects): boolean {
    return made.attempt('rating/add', { subjects: [...of], scale, value }).ok;
  }
  expect(rate('admiralty-credibility', '2')).toBe(true);
  expect(rate('admiralty-reliability', 'B')).toBe(false);
  expect(rate('admiralty-reliability', 'B', [source(made, 'Reuters')])).toBe(true);
  expect(rate('icd203-likelihood', 'likely')).toBe(false);
  expect(rate('admiralty-credibility', 'B')).toBe(false);
});

test('several records rated at once are counted, not named', () => {
  const made = aCase({ documents: ['It [burned].'] });
  const claims = { subjects: [claim(made), claim(made)], scale: 'verdict' as const };
  expect(made.label('rating/add', { ...claims, value: 'refuted' })).toBe(
    'Verdict on 2 claims: Refuted',
  );
});
