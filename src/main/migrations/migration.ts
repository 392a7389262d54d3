/** One step from a format of the case folder to the next. */
export interface Migration {
  /** The format it starts from; it leads to the one after. */
  readonly from: number;
  /** Turns a record of the old format, as JSON gave it, into one of the new; not yet checked by a schema. */
  readonly record: (record: unknown) => unknown;
}
