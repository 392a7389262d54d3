/** How far a copy of the case has come, in bytes; `done` is `total` while the copy is being checked. */
export interface CopyProgress {
  readonly done: number;
  readonly total: number;
}

/** A copy that was made. */
export interface CopyReport {
  readonly path: string;
  /** What is not as it should be in the case and therefore not in the copy, in sentences; usually empty. */
  readonly flaws: readonly string[];
}
