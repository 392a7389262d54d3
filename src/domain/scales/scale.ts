/** A kind of record that can be rated. */
export type RatedType = 'source' | 'claim';

/** One grade of a scale. */
export interface Grade {
  readonly value: string;
  readonly label: string;
  /** What the grade says, for the reader who hovers over it. */
  readonly meaning: string;
  /** The key that gives the grade where the scale has the focus: a letter in upper case, or a digit. */
  readonly key: string;
  /** The other term that the standard has for the same grade. */
  readonly synonym?: string;
}

/** What a grade is called, with the standard's other term for it: "Supported"; "Likely, or probable". */
export function gradeTerms({ label, synonym }: Grade): string {
  return synonym === undefined ? label : `${label}, or ${synonym.toLowerCase()}`;
}

/** What an analyst must not forget while rating. */
export interface Reminder {
  /** The grade that it is about and shown with; null: it is shown with all of them. */
  readonly grade: string | null;
  readonly words: string;
}

/** A rating scale as data; ratings are stored as `{scale, value}`. */
export interface Scale {
  readonly id: string;
  /** One word or two, which begin with a capital: "Reliability". */
  readonly name: string;
  /** Its place where several scales stand together, from the lowest number on. */
  readonly position: number;
  /** What kinds of record it rates; none: nothing yet, so no screen offers it. */
  readonly rates: readonly RatedType[];
  /** Where the labels and meanings are from; null: from Assay itself. */
  readonly standard: string | null;
  /** Whether a grade is written as its value, such as "B" or "2". Otherwise its label alone says it. */
  readonly hasCodes: boolean;
  /** The grade that judges nothing, such as F for want of a basis; null where every grade judges. */
  readonly unrated: string | null;
  /** Whether what nobody has rated has the unrated grade. Otherwise it has none, because F is somebody's judgement, too. */
  readonly startsUnrated: boolean;
  readonly reminder: Reminder | null;
  readonly grades: readonly Grade[];
}
