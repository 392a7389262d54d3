import type { AppError } from '../../../contract/errors.ts';
import { type Result, err } from '../../../domain/core/result.ts';
import { type DecodedText, decodeBytes } from './encoding.ts';
import { refusePrintable } from './file-kind.ts';
import type { FileFacts } from './read-document.ts';

/** A file as importers look at it: its bytes, and its text for those that ask for it. */
export class FileToRead implements FileFacts {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string | null;
  #text: Result<DecodedText, AppError> | null = null;

  constructor(bytes: Uint8Array, { name, mediaType }: FileFacts) {
    this.bytes = bytes;
    this.name = name;
    this.mediaType = mediaType;
  }

  /**
   * Its text, decoded once however many ask. Fails as {@link decodeBytes} does, and with `import/unsupported` where the text
   * is really the source of another format, such as of a PDF.
   */
  get text(): Result<DecodedText, AppError> {
    this.#text ??= readText(this.bytes, this.name);
    return this.#text;
  }
}

function readText(bytes: Uint8Array, name: string): Result<DecodedText, AppError> {
  const decoded = decodeBytes(bytes, name);
  if (!decoded.ok) return decoded;
  const refused = refusePrintable(decoded.value.text, name);
  return refused === null ? decoded : err(refused);
}
