import { describe, expect, it } from 'vitest';
import * as all from './all.ts';
import { confidence } from './icd203-confidence.ts';
import { likelihood } from './icd203-likelihood.ts';
import { allScales, gradeOf, gradeSign, gradeWords, scales, scalesFor } from './registry.ts';
import { type Grade, gradeTerms } from './scale.ts';

function valuesOf<K extends keyof Grade>(grades: readonly Grade[], key: K): Grade[K][] {
  return grades.map((grade) => grade[key]);
}

it('knows every scale of the list by its id, each at a place of its own', () => {
  expect(new Set(Object.values(scales))).toEqual(new Set(Object.values(all)));
  for (const [id, scale] of Object.entries(scales)) expect(scale.id).toBe(id);
  const positions = allScales.map(({ position }) => position);
  expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
});

describe.each(allScales.map((scale) => ({ scale, name: scale.name })))('$name', ({ scale }) => {
  const { grades, unrated, startsUnrated, reminder, hasCodes } = scale;
  const values = valuesOf(grades, 'value');

  it('has several grades, each with a value, a label and a meaning of its own', () => {
    expect(grades.length).toBeGreaterThan(1);
    for (const key of ['value', 'label', 'meaning'] as const) {
      expect(new Set(valuesOf(grades, key)).size).toBe(grades.length);
      expect(valuesOf(grades, key)).not.toContain('');
    }
  });

  it('gives each grade by one key, and by a key that can be pressed alone', () => {
    const keys = valuesOf(grades, 'key');
    expect(new Set(keys).size).toBe(grades.length);
    for (const key of keys) expect(key).toMatch(/^[A-Z0-9]$/u);
  });

  it('names its own grades only as unrated and to be reminded of', () => {
    if (unrated !== null) expect(values).toContain(unrated);
    if (startsUnrated) expect(unrated).not.toBeNull();
    if (reminder !== null) expect(reminder.words).toMatch(/\.$/u);
    if (reminder !== null) expect([null, ...values]).toContain(reminder.grade);
  });

  it('writes codes that fit a badge, or else no codes', () => {
    for (const { value, label } of grades) {
      expect(gradeSign(scale.id, value)).toBe(hasCodes ? value : label);
      if (hasCodes) expect(value).toHaveLength(1);
    }
  });
});

it('offers a scale for what it rates only, and for nothing where it rates nothing yet', () => {
  for (const type of ['source', 'claim'] as const) {
    const offered = scalesFor(type);
    expect(offered).toEqual(allScales.filter(({ rates }) => rates.includes(type)));
    expect(offered).not.toContain(likelihood);
    expect(offered).not.toContain(confidence);
  }
  expect(scalesFor('source')).toContain(scales['admiralty-reliability']);
});

it('says a grade as its scale does', () => {
  expect(gradeWords('admiralty-reliability', 'B')).toBe('B (usually reliable)');
  expect(gradeWords('verdict', 'supported')).toBe('supported');
  expect(gradeSign('verdict', 'supported')).toBe('Supported');
});

it('says a value that its scale does not know as it stands', () => {
  expect(gradeSign('verdict', 'Doubtful')).toBe('Doubtful');
  expect(gradeWords('verdict', 'Doubtful')).toBe('doubtful');
  expect(gradeWords('admiralty-reliability', 'X')).toBe('X (x)');
});

it('has both sets of terms of ICD 203 with their probabilities', () => {
  const terms = likelihood.grades.map(({ label, synonym, meaning }) => {
    const [, from, to] = /(\d+) to (\d+) percent/u.exec(meaning) ?? [];
    return [label, synonym, Number(from), Number(to)];
  });
  expect(terms).toEqual([
    ['Almost no chance', 'Remote', 1, 5],
    ['Very unlikely', 'Highly improbable', 5, 20],
    ['Unlikely', 'Improbable', 20, 45],
    ['Roughly even chance', 'Roughly even odds', 45, 55],
    ['Likely', 'Probable', 55, 80],
    ['Very likely', 'Highly probable', 80, 95],
    ['Almost certain', 'Nearly certain', 95, 99],
  ]);
  expect(likelihood.grades.map(gradeTerms)[4]).toBe('Likely, or probable');
  expect(confidence.grades.map(gradeTerms)).toEqual(valuesOf(confidence.grades, 'label'));
});

it('knows no grade that a scale does not have', () => {
  expect(gradeOf('icd203-confidence', 'moderate')?.label).toBe('Moderate');
  expect(gradeOf('icd203-confidence', 'certain')).toBeUndefined();
});
