import type { AppError } from '../../domain/errors.ts';
import type { Result } from '../../domain/result.ts';
import type { ReadDocument } from './read-document.ts';

/** What the pool asks of its worker; one question at a time. */
export interface ImportQuestion {
  readonly id: number;
  readonly name: string;
  readonly mediaType: string | null;
  readonly bytes: Uint8Array;
}

/** What the worker answers. */
export interface ImportAnswer {
  readonly id: number;
  readonly result: Result<ReadDocument, AppError>;
}
