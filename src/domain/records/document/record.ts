import { z } from 'zod';
import { EdtfDate } from '../../core/edtf.ts';
import { Sha256, recordId, uuidPattern } from '../../core/record-id.ts';
import { SourceId } from '../source/record.ts';
import { dateLabel } from '../../analysis/date-label.ts';
import { brief } from '../../core/brief.ts';
import { type RecordDefinition, wordsOr } from '../definition.ts';
import { Stamp } from '../../core/stamp.ts';

/** The id of a document. */
export const DocumentId = recordId('document');
export type DocumentId = z.infer<typeof DocumentId>;

const idPattern = new RegExp(`^document-${uuidPattern}$`);

/** What the schema of document ids tells, at a fraction of its cost: for lists of all documents of a case. */
export function isDocumentId(value: unknown): value is DocumentId {
  return typeof value === 'string' && idPattern.test(value);
}

/**
 * The format a document came from, by its id in the registry of formats. Any id will do, because a case may come from an
 * installation that reads more formats than this one.
 */
export const DocumentFormatId = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/);

/** What a document says of itself, as read from the file and as the analyst corrected it. */
export const DocumentMetadata = z.strictObject({
  title: z.string().min(1),
  authors: z.array(z.string().min(1)),
  /** When it was published: an EDTF date, or null if unknown. */
  date: EdtfDate.nullable(),
  /** A BCP 47 tag such as `ar`, or null if unknown. */
  language: z.string().min(1).nullable(),
  url: z.string().min(1).nullable(),
});
export type DocumentMetadata = z.infer<typeof DocumentMetadata>;

/** One imported item. Its text never changes; its original file is kept beside it. */
export const DocumentRecord = DocumentMetadata.extend({
  type: z.literal('document'),
  id: DocumentId,
  created: Stamp,
  publisher: SourceId.nullable(),
  note: z.string(),
  format: DocumentFormatId,
  /** The encoding the file was read in, by its WHATWG name; `utf-8` for pasted text. */
  encoding: z.string(),
  /** The name the file had, for the analyst; never used as a path. */
  fileName: z.string(),
  /** The hash of the stored canonical text. */
  text: Sha256,
  /** UTF-16 units of the canonical text. */
  length: z.int().min(1),
  /** The hash of the stored layout of its pages; null for a document without pages. */
  layout: Sha256.nullable(),
  original: z.strictObject({
    hash: Sha256,
    extension: z.string().regex(/^[a-z0-9]{1,8}$/),
    /** Bytes. */
    size: z.int().min(0),
  }),
});
export type DocumentRecord = z.infer<typeof DocumentRecord>;

/** What the case has to know of a document. */
export const documentDefinition: RecordDefinition<'document', DocumentRecord> = {
  type: 'document',
  name: 'Document',
  schema: DocumentRecord,
  references: [
    {
      field: 'publisher',
      targets: ['source'],
      ids: ({ publisher }) => (publisher === null ? [] : [publisher]),
      without: (document) => ({ ...document, publisher: null }),
    },
  ],
  // The only type with a checkpoint of its own, which holds what is kept with it.
  home: 'document',
  title: ({ title }) => brief(title),
  fields: (document, nameOf) => [
    { label: 'Title', words: document.title },
    { label: 'Authors', words: document.authors },
    { label: 'Publisher', words: wordsOr(document.publisher, nameOf) },
    { label: 'Published', words: wordsOr(document.date, dateLabel) },
    { label: 'Language', words: wordsOr(document.language, languageWords) },
    { label: 'URL', words: document.url ?? '' },
    { label: 'Note', words: document.note },
  ],
};

const languages = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' });

function languageWords(tag: string): string {
  try {
    // Throws for what is no BCP 47 tag, which the schema does not rule out.
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
