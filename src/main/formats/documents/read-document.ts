import type { AppError } from '../../../contract/errors.ts';
import type { DocumentFormat, DocumentMetadata } from '../../../domain/records/document/record.ts';
import type { DocumentText } from '../../../domain/core/text.ts';
import type { Result } from '../../../domain/core/result.ts';
import type { ImportFormat } from './formats.ts';

/** What is known of an item before it is read. */
export interface FileFacts {
  /** The file's name without its folder, or a title for pasted text. */
  readonly name: string;
  /** What the clipboard or the system called it, such as `text/html`; null if it did not. */
  readonly mediaType: string | null;
}

/** An item's characters, newlines as `\n`, without a leading byte order mark and without U+0000. */
export interface DecodedText {
  readonly text: string;
  /** The encoding by its WHATWG name, such as `windows-1256`. */
  readonly encoding: string;
}

/** One item as an importer understood it; everything in it may be hostile text, nothing in it is markup. */
export interface ReadDocument {
  readonly format: DocumentFormat;
  readonly encoding: string;
  readonly text: DocumentText;
  readonly metadata: DocumentMetadata;
  /** The publisher's name as the file gives it; the importing command finds or makes the source. */
  readonly publisher: string | null;
}

/** A format that Assay imports; the registry lists them all. */
export interface Importer extends ImportFormat {
  /** Tells whether the content is of this format, whatever the extension claims. */
  sniff(text: string, facts: FileFacts): boolean;
  /** Reads the text; fails with `import/no-text`, `import/malformed` or `import/too-complex`. */
  read(decoded: DecodedText, facts: FileFacts): Result<ReadDocument, AppError>;
}
