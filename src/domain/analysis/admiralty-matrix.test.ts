import { expect, test } from 'vitest';
import { admiraltyMatrix } from './admiralty-matrix.ts';
import { CaseBuilder } from '../testing/case-builder.ts';

test('claims stand at the letter of their origin and their own digit; unrated ones stand apart', () => {
  const build = new CaseBuilder();
  const rated = build.source('Rated');
  const unrated = build.source('Unrated');
  const unknowable = build.source('Unknowable');
  build.rate(rated, 'admiralty-reliability', 'B');
  build.rate(unknowable, 'admiralty-reliability', 'F');
  const document = build.document('a b c d e f');
  const b2 = build.claim(document, 'a', [rated]);
  const alsoB2 = build.claim(document, 'b', [unrated, rated]);
  const f6 = build.claim(document, 'c', [unknowable]);
  const noLetter = build.claim(document, 'd', [unrated]);
  const noDigit = build.claim(document, 'e', [rated]);
  const neither = build.claim(document, 'f');
  for (const claim of [b2, alsoB2, noLetter]) build.rate(claim, 'admiralty-credibility', '2');
  build.rate(f6, 'admiralty-credibility', '6');
  const view = build.view();

  const matrix = admiraltyMatrix(view, view.all('claim'));
  const filled = matrix.rows.flat().filter((cell) => cell.claims.length > 0);
  expect(filled).toEqual([
    { reliability: 'B', credibility: '2', claims: [b2, alsoB2] },
    { reliability: 'F', credibility: '6', claims: [f6] },
  ]);
  expect(matrix.unrated).toEqual({
    reliability: [noLetter],
    credibility: [noDigit],
    both: [neither],
  });
  expect(
    matrix.rows.map((row) => row.map((cell) => cell.reliability + cell.credibility).join(' ')),
  ).toEqual(
    ['A', 'B', 'C', 'D', 'E', 'F'].map((letter) =>
      ['1', '2', '3', '4', '5', '6'].map((digit) => letter + digit).join(' '),
    ),
  );
});
