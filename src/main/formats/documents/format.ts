import type { AppError } from '../../../contract/errors.ts';
import type { DocumentFormatName } from '../../../contract/imports.ts';
import type { OneOrMore } from '../../../domain/core/one-or-more.ts';
import type { Result } from '../../../domain/core/result.ts';
import type { FileToRead } from './file-to-read.ts';
import type { ReadDocument } from './read-document.ts';

/**
 * A format that documents are imported from: a folder with this as its `format.ts`, which says all that is to be known of it
 * before a file of it is read, and a line in `all.ts`.
 */
export interface DocumentFormat extends DocumentFormatName {
  /** What is read of such a file, for help and documentation: a phrase without a full stop. */
  readonly meaning: string;
  /**
   * In lower case, without the dot, the usual one first: a stored original is called so where its own name does not say.
   * Files with other extensions are recognised by what is in them.
   */
  readonly extensions: OneOrMore<string>;
  /** What a clipboard or a mail call such a file. */
  readonly mediaTypes: readonly string[];
  /** Where it stands in every list, from the top; of two that recognise a file equally well, the upper one reads it. */
  readonly position: number;
  /** Loads what reads such a file, with its libraries: for the worker. */
  readonly load: () => Promise<{ readonly importer: Importer }>;
}

/** How well an importer recognises a file, the best first. */
export const recognitions = [
  /** It begins as only files of this format do. */
  'certain',
  /** It is called so, and nothing in it speaks against it. */
  'named',
  /** It may well be one, if it is nothing better. */
  'possible',
] as const;
export type Recognition = (typeof recognitions)[number];

/** What reads the files of a format. */
export interface Importer {
  /**
   * Tells how well a file is recognised by what is in it, whatever it is called; null if it is not of this format. `isNamed`
   * tells whether its name or media type claims it.
   */
  recognise(file: FileToRead, isNamed: boolean): Recognition | null;
  /**
   * Reads a file; the document that it mainly is comes first. Fails with `import/no-text`, `import/malformed` or
   * `import/too-complex`. Deterministic.
   */
  read(file: FileToRead): Reading | Promise<Reading>;
}

type Reading = Result<OneOrMore<Omit<ReadDocument, 'format'>>, AppError>;
