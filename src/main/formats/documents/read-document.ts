import type { DocumentLayout } from '../../../domain/core/layout.ts';
import type { DocumentText } from '../../../domain/core/text.ts';
import type { DocumentMetadata } from '../../../domain/records/document/record.ts';

/** What is known of an item before it is read. */
export interface FileFacts {
  /** The file's name without its folder, or a title for pasted text. */
  readonly name: string;
  /** What the clipboard or the system called it, such as `text/html`; null if it did not. */
  readonly mediaType: string | null;
}

/** What a document says; everything in it may be hostile text, nothing in it is markup. */
export interface ReadContent {
  readonly text: DocumentText;
  /** Where the text stands on pages; absent for a document without pages. */
  readonly layout?: DocumentLayout;
  readonly metadata: DocumentMetadata;
  /** The publisher's name as the file gives it; the importing command finds or makes the source. */
  readonly publisher: string | null;
}

/** One document as an importer understood it. */
export interface ReadDocument extends ReadContent {
  /** The id of the format that it was read as. */
  readonly format: string;
  /** The encoding that its text was in, by its WHATWG name, such as `windows-1256`. */
  readonly encoding: string;
}
