import { spanMatches } from '../anchoring/spans.ts';
import type { DocumentId } from '../records/document/record.ts';
import {
  type AnyId,
  type AnyRecord,
  definitionOf,
  idsIn,
  numberOf,
  referencesOf,
  spansOf,
} from '../records/registry.ts';
import type { CaseView } from './case-state.ts';
import { type Diff, type RecordChange, changesOf } from './diff.ts';
import { Draft } from './draft.ts';
import { firstProblem } from './first-problem.ts';
import { sameData } from './same-data.ts';

/** The canonical text of a document, or undefined where it is not in memory. */
export type KnownText = (document: DocumentId) => string | undefined;

/**
 * Says what a diff would break in a case, or null if nothing. Looks only at the records the diff touches and at
 * what points to them, so the cost is that of the change: no record stands in the diff twice, what the diff says was there
 * before was, every record fits its schema, no id dangles, points to the wrong type or stands twice in a set, no record is its
 * own ancestor, every short number is of one record and stays with it, every span lies in its document and says what the text says there (as far as `textOf` knows the text, else as
 * far as its length tells), and what the definition of its type asks for besides.
 */
export function integrityProblem(
  before: CaseView,
  diff: Diff,
  textOf: KnownText = noText,
): string | null {
  const after = Draft.of(before, diff);
  const seen = new Set<AnyId>();
  for (const [id, change] of changesOf(diff)) {
    if (seen.has(id)) return `${id} is changed twice at once`;
    seen.add(id);
    const problem =
      problemOfBefore(before, id, change) ??
      (change.after === null
        ? problemOfRemoval(after, id)
        : problemOfRecord(after, change.after, textOf));
    if (problem !== null) return problem;
  }
  return null;
}

/** Says what is wrong between a record that fits its schema and the others of its case, or null if nothing is. */
export function problemAmong(view: CaseView, record: AnyRecord): string | null {
  return problemOfRelations(view, record, noText);
}

/** Says what is wrong between some records and the others of their case; empty if nothing is. */
export function integrityProblems(view: CaseView, records: Iterable<AnyRecord>): string[] {
  return [...records].flatMap((record) => problemAmong(view, record) ?? []);
}

const noText: KnownText = () => undefined;

function problemOfBefore(
  before: CaseView,
  id: AnyId,
  { before: said, after }: RecordChange,
): string | null {
  const present: AnyRecord | undefined = before.get(id);
  if (said === null) return present === undefined ? null : `${id} is already there`;
  if (said.id !== id) return `${said.id} cannot become ${id}`;
  if (present === undefined) return `${id} is not there to change or remove`;
  if (!sameData(present, said)) return `${id} is not what the change says it was`;
  const isRenumbered = after !== null && numberOf(after) !== numberOf(said);
  return isRenumbered ? `${id} cannot get another number` : null;
}

function problemOfRemoval(after: CaseView, id: AnyId): string | null {
  const [referrer] = after.referrers(id);
  return referrer === undefined ? null : `${referrer} still points to ${id}`;
}

function problemOfRecord(after: CaseView, record: AnyRecord, textOf: KnownText): string | null {
  const parsed = definitionOf(record.type).schema.safeParse(record);
  if (!parsed.success) return `${record.id}: ${firstProblem(parsed.error)}`;
  return problemOfRelations(after, record, textOf);
}

function problemOfRelations(view: CaseView, record: AnyRecord, textOf: KnownText): string | null {
  const problem =
    problemOfReferences(view, record) ??
    problemOfNumber(view, record) ??
    problemOfSpans(view, record, textOf) ??
    definitionOf(record.type).problem?.(record, view) ??
    null;
  return problem === null ? null : `${record.id} ${problem}`;
}

function problemOfReferences(view: CaseView, record: AnyRecord): string | null {
  for (const reference of referencesOf(record)) {
    const { field, targets, isSet, isTree } = reference;
    // A schema lets only ids of records into the fields that references name.
    const ids = reference.ids(record) as readonly AnyId[];
    for (const id of ids) {
      const target: AnyRecord | undefined = view.get(id);
      if (target === undefined) return `points by its ${field} to ${id}, which does not exist`;
      if (!targets.includes(target.type)) return `points by its ${field} to a ${target.type}`;
    }
    if (isSet === true && new Set(ids).size < ids.length)
      return `has the same of its ${field} twice`;
    if (isTree === true && isOwnAncestor(view, record, field)) return `is its own ancestor`;
  }
  return null;
}

function problemOfNumber(view: CaseView, record: AnyRecord): string | null {
  if (!('number' in record)) return null;
  const holder = view.numbered(record.type, record.number);
  return holder === record.id ? null : `has the number of ${holder ?? 'nothing'}`;
}

function problemOfSpans(view: CaseView, record: AnyRecord, textOf: KnownText): string | null {
  for (const { document: id, span } of spansOf(record)) {
    // A span's document is one that the record points to, and references are looked at first.
    const document = view.get(id as DocumentId);
    if (span.end > (document?.length ?? 0)) return 'quotes words outside its document';
    const text = textOf(id as DocumentId);
    if (text !== undefined && !spanMatches(text, span))
      return 'quotes what its document does not say';
  }
  return null;
}

function isOwnAncestor(view: CaseView, record: AnyRecord, field: string): boolean {
  const seen = new Set<AnyId>();
  for (let [parent] = idsIn(record, field); parent !== undefined;) {
    if (seen.has(parent)) return true;
    seen.add(parent);
    const ancestor: AnyRecord | undefined = view.get(parent);
    // Of a damaged case, not every ancestor is there.
    parent = ancestor === undefined ? undefined : idsIn(ancestor, field)[0];
  }
  return false;
}
