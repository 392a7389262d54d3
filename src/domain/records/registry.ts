import { z } from 'zod';
import { Analyst, analystDefinition } from './analyst/record.ts';
import { CaseRecord, caseDefinition } from './case/record.ts';
import { Claim, claimDefinition } from './claim/record.ts';
import { DocumentRecord, documentDefinition } from './document/record.ts';
import { Highlight, highlightDefinition } from './highlight/record.ts';
import {
  AnalystId,
  type AnyId,
  CaseId,
  ClaimId,
  DocumentId,
  HighlightId,
  LinkId,
  RatingId,
  type RecordType,
  SourceId,
  TagId,
  typeOfId,
} from '../core/ids.ts';
import { Link, linkDefinition } from './link/record.ts';
import { Rating, ratingDefinition } from './rating/record.ts';
import type { RecordDefinition, Reference } from './definition.ts';
import { Source, sourceDefinition } from './source/record.ts';
import { Tag, tagDefinition } from './tag/record.ts';

/** The record of each type. */
export interface RecordOf {
  case: CaseRecord;
  analyst: Analyst;
  document: DocumentRecord;
  highlight: Highlight;
  tag: Tag;
  claim: Claim;
  source: Source;
  rating: Rating;
  link: Link;
}

/** Any record of a case. */
export type AnyRecord = RecordOf[RecordType];

/** The record that an id names. */
export type RecordFor<I extends AnyId> = Extract<AnyRecord, { id: I }>;

/** Any record, checked by the schema of its `type`. */
export const AnyRecord: z.ZodType<AnyRecord> = z.discriminatedUnion('type', [
  CaseRecord,
  Analyst,
  DocumentRecord,
  Highlight,
  Tag,
  Claim,
  Source,
  Rating,
  Link,
]);

/** The id of any record, checked by the pattern of its type. */
export const RecordId: z.ZodType<AnyId> = z.union([
  CaseId,
  AnalystId,
  DocumentId,
  HighlightId,
  TagId,
  ClaimId,
  SourceId,
  RatingId,
  LinkId,
]);

const definitions: { [T in RecordType]: RecordDefinition<RecordOf[T]> } = {
  case: caseDefinition,
  analyst: analystDefinition,
  document: documentDefinition,
  highlight: highlightDefinition,
  tag: tagDefinition,
  claim: claimDefinition,
  source: sourceDefinition,
  rating: ratingDefinition,
  link: linkDefinition,
};

/** What the case knows of a record's type. */
export function definitionOf(record: AnyRecord): RecordDefinition<AnyRecord> {
  // The registry pairs each type with its own definition; the compiler cannot follow that through the union.
  return definitions[record.type];
}

/** Every relation a record holds. */
export function referencesOf(record: AnyRecord): readonly Reference<AnyRecord>[] {
  return definitionOf(record).references;
}

/** The ids a record points to, each once. */
export function referencedIds(record: AnyRecord): ReadonlySet<AnyId> {
  const ids = new Set<AnyId>();
  for (const reference of referencesOf(record)) for (const id of reference.ids(record)) ids.add(id);
  return ids;
}

/**
 * The document whose checkpoint a record is kept in, or null if it belongs to the case as a whole. What is said of a claim
 * is kept with it: its ratings, and the links that begin at it.
 */
export function homeOf(
  record: AnyRecord,
  claimOf: (id: ClaimId) => Claim | undefined,
): DocumentId | null {
  switch (record.type) {
    case 'document':
      return record.id;
    case 'highlight':
    case 'claim':
      return record.document;
    case 'rating':
      return isClaimId(record.subject) ? (claimOf(record.subject)?.document ?? null) : null;
    case 'link':
      return claimOf(record.from)?.document ?? null;
    case 'case':
    case 'analyst':
    case 'tag':
    case 'source':
      return null;
  }
}

function isClaimId(id: AnyId): id is ClaimId {
  return typeOfId(id) === 'claim';
}
