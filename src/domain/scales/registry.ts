import { credibility, reliability } from './admiralty.ts';
import type { Grade, Scale } from './scale.ts';
import { verdict } from './verdict.ts';

/** Every rating scale, by the id under which ratings store it. */
export const scales = {
  [reliability.id]: reliability,
  [credibility.id]: credibility,
  [verdict.id]: verdict,
} as const satisfies Record<string, Scale>;

/** The id of a rating scale. */
export type ScaleId = keyof typeof scales;

/** The grade a stored value stands for, or undefined if the scale does not have it. */
export function gradeOf(scale: ScaleId, value: string): Grade | undefined {
  const grades: readonly Grade[] = scales[scale].grades;
  return grades.find((grade) => grade.value === value);
}
