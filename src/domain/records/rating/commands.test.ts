import { expect, test } from 'vitest';
import { emptyDiff } from '../../core/diff.ts';
import { aCase } from '../../testing/a-case.ts';
import { claim, make, nth, source } from '../../testing/made-records.ts';
import { givesReasonFor } from './commands.ts';

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

test('a grade that the scale has not is refused by name', () => {
  const made = aCase();
  const rate = { subjects: [source(made, 'Paper')], scale: 'admiralty-reliability', value: 'Z' };
  expect(made.attempt('rating/add', rate)).toMatchObject({
    error: {
      code: 'command/invalid',
      facts: { command: 'rating/add', problem: 'reliability has no grade “Z”' },
    },
  });
});

test('a record that is named twice is rated once, without a reason unless one is given', () => {
  const made = aCase();
  const paper = source(made, 'Paper');
  const rate = { scale: 'admiralty-reliability', value: 'B' } as const;
  const { created } = made.run('rating/add', { ...rate, subjects: [paper, paper] });
  expect(created).toMatchObject([{ subject: paper, ...rate, reason: '' }]);
  const explained = { ...rate, reason: 'A wire' };
  const id = make(made, 'rating', 'rating/add', { ...explained, subjects: [paper] });
  expect(made.the(id)).toMatchObject(explained);
  made.run('rating/explain', { rating: id, reason: 'A good wire' });
  expect(made.the(id)).toMatchObject({ ...rate, reason: 'A good wire' });
});

test('a change gives the reason of the one rating that the change before it added, and of no other', () => {
  const made = aCase();
  const [paper, wire] = [source(made, 'Paper'), source(made, 'Wire')];
  const rate = { scale: 'admiralty-reliability', value: 'B' } as const;
  const added = made.run('rating/add', { ...rate, subjects: [paper] });
  const again = made.run('rating/add', { ...rate, subjects: [paper] });
  const both = made.run('rating/add', { ...rate, subjects: [paper, wire] });
  const given = made.run('rating/add', { ...rate, subjects: [paper], reason: 'Old' });
  const reasonOf = ({ created }: typeof added) => {
    const rating = nth(created, 0);
    if (rating.type !== 'rating') throw new Error('No rating was made');
    return made.run('rating/explain', { rating: rating.id, reason: 'It was there' });
  };
  const next = reasonOf(added);
  expect(givesReasonFor(added, next)).toBe(true);
  expect(givesReasonFor(again, next)).toBe(false);
  expect(givesReasonFor(both, reasonOf(both))).toBe(false);
  expect(givesReasonFor(given, reasonOf(given))).toBe(false);
  expect(givesReasonFor(added, { ...next, created: again.created })).toBe(false);
  expect(givesReasonFor(added, again)).toBe(false);
  expect(givesReasonFor(added, emptyDiff)).toBe(false);
  expect(givesReasonFor(emptyDiff, next)).toBe(false);
  expect(givesReasonFor(next, next)).toBe(false);
  const agency = source(made, 'AP');
  const record = made.the(agency);
  const noted = made.run('source/update', { source: agency, changes: { note: 'a' } });
  expect(givesReasonFor({ ...emptyDiff, created: [record] }, noted)).toBe(false);
});
