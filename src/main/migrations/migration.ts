/** What a step may know of the whole case besides the record it is given. */
export interface WholeCase {
  /**
   * The place of a record among all records of its type that the case ever had, in the order in which they came into it,
   * counted from 1. The same wherever the record is met: in a checkpoint or in any line of the journal.
   */
  ordinalOf(id: string): number;
  /** How many records of a type the case ever had. */
  countOf(type: string): number;
}

/** One step from a format of the case folder to the next. */
export interface Migration {
  /** The format it starts from; it leads to the one after. */
  readonly from: number;
  /** Turns a record of the old format, as JSON gave it, into one of the new; not yet checked by a schema. */
  readonly record: (record: unknown, whole: WholeCase) => unknown;
}
