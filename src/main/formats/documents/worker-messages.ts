import type { AppError } from '../../../contract/errors.ts';
import type { OneOrMore } from '../../../domain/core/one-or-more.ts';
import type { Result } from '../../../domain/core/result.ts';
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
  readonly result: Result<OneOrMore<ReadDocument>, AppError>;
}
