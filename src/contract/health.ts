import type { AppError } from './errors.ts';

/** Whoever has a case open for writing, as its lock says it. */
export interface Writer {
  /** The name under which their changes are recorded; empty where the lock does not say. */
  readonly analyst: string;
  readonly host: string;
  /** No sign of life was seen for long: they may be gone for good, or their computer may be asleep. */
  readonly silent: boolean;
}

/** Whether the open case takes changes now, and if not, why and what can be done. */
export type Health =
  | { readonly state: 'well' }
  /** Changes are refused with this error; memory holds exactly what the disk was known to hold. */
  | {
      readonly state: 'suspended';
      readonly error: AppError;
      /** Whether Assay looks by itself if the trouble has passed; else only the analyst's word makes it try. */
      readonly automatic: boolean;
    }
  /** Open read-only; with a writer elsewhere, every change of theirs is followed. */
  | {
      readonly state: 'reading';
      readonly writer: Writer | null;
      /** Whether the case may be opened for writing here once nobody else has it. */
      readonly mayWrite: boolean;
      /** Whether it was open for writing here before another took it over. */
      readonly lost: boolean;
      /** Why its changes cannot be followed at the moment. */
      readonly error: AppError | null;
    };
