import { expect, test } from 'vitest';
import { CaseBuilder } from '../testing/case-builder.ts';
import { fixedId } from '../testing/fixed-ids.ts';
import { isWithin } from './within.ts';

test('a source is within itself and all that it belongs to, and in nothing else', () => {
  const made = new CaseBuilder();
  const ministry = made.source('Ministry');
  const department = made.source('Department', { parent: ministry });
  const official = made.source('Official', { parent: department });
  const paper = made.source('Paper');
  const view = made.view();
  for (const whole of [ministry, department, official])
    expect(isWithin(view, official, whole)).toBe(true);
  expect(isWithin(view, official, paper)).toBe(false);
  expect(isWithin(view, ministry, official)).toBe(false);
  expect(isWithin(view, null, ministry)).toBe(false);
});

test('a tag that is not there is within itself alone', () => {
  const made = new CaseBuilder();
  const top = made.tag('Top');
  const gone = fixedId('tag', 99);
  expect(isWithin(made.view(), gone, top)).toBe(false);
  expect(isWithin(made.view(), gone, gone)).toBe(true);
});

test('a circle in a damaged case is gone round once', () => {
  const made = new CaseBuilder();
  const first = made.tag('First');
  const second = made.tag('Second', { parent: first });
  const outside = made.tag('Outside');
  const view = made.view();
  const before = made.the(first);
  view.apply({ created: [], updated: [[before, { ...before, parent: second }]], removed: [] });
  expect(isWithin(view, first, outside)).toBe(false);
  expect(isWithin(view, first, second)).toBe(true);
});
