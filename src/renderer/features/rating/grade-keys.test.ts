import { describe, expect, it } from 'vitest';
import { scales } from '../../../domain/scales/registry.ts';
import { gradeKeys, keyOf } from './grade-keys.ts';

describe('the keys of a scale', () => {
  it.each(Object.values(scales))('reach every grade of $name', (scale) => {
    expect(new Set(gradeKeys(scale).values())).toEqual(
      new Set(scale.grades.map(({ value }) => value)),
    );
  });

  it('are the grades themselves where those are one character', () => {
    expect(keyOf(scales['admiralty-reliability'], 'F')).toBe('F');
    expect(keyOf(scales['admiralty-credibility'], '6')).toBe('6');
    expect(keyOf(scales.verdict, 'refuted')).toBe('R');
  });
});
