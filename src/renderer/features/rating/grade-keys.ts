import type { Scale } from '../../../domain/scales/scale.ts';

/** The key that gives each grade of a scale while its picker has the focus: the grade itself, else its first letter. */
export function gradeKeys(scale: Scale): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { value, label } of scale.grades) {
    const key = (value.length === 1 ? value : label.slice(0, 1)).toUpperCase();
    if (!keys.has(key)) keys.set(key, value);
  }
  return keys;
}

/** The key of one grade as it is shown, or undefined if an earlier grade has taken it. */
export function keyOf(scale: Scale, grade: string): string | undefined {
  return [...gradeKeys(scale)].find(([, value]) => value === grade)?.[0];
}
