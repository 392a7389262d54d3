import * as all from './all.ts';
import type { Grade, RatedType, Scale } from './scale.ts';

type AnyScale = (typeof all)[keyof typeof all];

/** The id of a rating scale. */
export type ScaleId = AnyScale['id'];

/** A rating scale by which ratings can be stored. */
export type RegisteredScale = Scale & { readonly id: ScaleId };

/** Every rating scale in its order. */
export const allScales: readonly RegisteredScale[] = Object.values(all).sort(
  (a, b) => a.position - b.position,
);

/** Every rating scale by the id under which ratings store it. */
// Object.fromEntries forgets which key has which value; here each has its own by construction.
export const scales = Object.fromEntries(allScales.map((scale) => [scale.id, scale])) as {
  readonly [S in AnyScale as S['id']]: S;
};

/** The scales on which a kind of record is rated, in their order. */
export function scalesFor(type: RatedType): readonly RegisteredScale[] {
  return allScales.filter(({ rates }) => rates.includes(type));
}

/** The grade a stored value stands for, or undefined if the scale does not have it. */
export function gradeOf(scale: ScaleId, value: string): Grade | undefined {
  const grades: readonly Grade[] = scales[scale].grades;
  return grades.find((grade) => grade.value === value);
}

/** A grade as briefly as its scale writes it: "B", "Supported". */
export function gradeSign(scale: ScaleId, value: string): string {
  return scales[scale].hasCodes ? value : (gradeOf(scale, value)?.label ?? value);
}

/** A grade as it is said within a sentence: "B (usually reliable)", "supported". */
export function gradeWords(scale: ScaleId, value: string): string {
  const label = (gradeOf(scale, value)?.label ?? value).toLowerCase();
  return scales[scale].hasCodes ? `${value} (${label})` : label;
}
