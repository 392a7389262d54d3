/** One grade of a scale. */
export interface Grade {
  readonly value: string;
  readonly label: string;
  /** What the grade says, for the reader who hovers over it. */
  readonly meaning: string;
}

/** A rating scale as data; ratings are stored as `{scale, value}`. */
export interface Scale {
  readonly id: string;
  readonly name: string;
  /** What kind of record it rates. */
  readonly rates: 'source' | 'claim';
  /** Where the labels and meanings are from. */
  readonly standard: string;
  readonly grades: readonly Grade[];
}
