import { z } from 'zod';

/** Every kind of record a case can hold. */
export const recordTypes = [
  'case',
  'analyst',
  'document',
  'highlight',
  'tag',
  'claim',
  'source',
  'rating',
  'link',
] as const;

/** The `type` field of a record, and the prefix of its id. */
export type RecordType = (typeof recordTypes)[number];

// RFC 9562 version 7: the leading timestamp makes ids sort by time of creation.
const uuidV7 = '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';

function idPattern(type: RecordType): RegExp {
  return new RegExp(`^${type}-${uuidV7}$`);
}

const documentPattern = idPattern('document');

export const CaseId = z.string().regex(idPattern('case')).brand<'CaseId'>();
export type CaseId = z.infer<typeof CaseId>;
export const AnalystId = z.string().regex(idPattern('analyst')).brand<'AnalystId'>();
export type AnalystId = z.infer<typeof AnalystId>;
export const DocumentId = z.string().regex(documentPattern).brand<'DocumentId'>();
export type DocumentId = z.infer<typeof DocumentId>;
export const HighlightId = z.string().regex(idPattern('highlight')).brand<'HighlightId'>();
export type HighlightId = z.infer<typeof HighlightId>;
export const TagId = z.string().regex(idPattern('tag')).brand<'TagId'>();
export type TagId = z.infer<typeof TagId>;
export const ClaimId = z.string().regex(idPattern('claim')).brand<'ClaimId'>();
export type ClaimId = z.infer<typeof ClaimId>;
export const SourceId = z.string().regex(idPattern('source')).brand<'SourceId'>();
export type SourceId = z.infer<typeof SourceId>;
export const RatingId = z.string().regex(idPattern('rating')).brand<'RatingId'>();
export type RatingId = z.infer<typeof RatingId>;
export const LinkId = z.string().regex(idPattern('link')).brand<'LinkId'>();
export type LinkId = z.infer<typeof LinkId>;

/** The id type of each record type. */
export interface IdOf {
  case: CaseId;
  analyst: AnalystId;
  document: DocumentId;
  highlight: HighlightId;
  tag: TagId;
  claim: ClaimId;
  source: SourceId;
  rating: RatingId;
  link: LinkId;
}

/** The id of any record. */
export type AnyId = IdOf[RecordType];

/** What the schema of document ids tells, at a fraction of its cost: for lists of all documents of a case. */
export function isDocumentId(value: unknown): value is DocumentId {
  return typeof value === 'string' && documentPattern.test(value);
}

/** Reads the record type off an id's prefix. */
export function typeOfId<T extends RecordType>(id: IdOf[T]): T {
  // The prefix of a branded id is its type by construction.
  return id.slice(0, id.indexOf('-')) as T;
}

/** Lower-case hexadecimal SHA-256, the name of an immutable file in the case folder. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>();
export type Sha256 = z.infer<typeof Sha256>;
