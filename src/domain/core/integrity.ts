import type { CaseView } from './case-state.ts';
import { type Diff, changesOf } from './diff.ts';
import { Draft } from './draft.ts';
import type { AnyId } from './ids.ts';
import { type AnyRecord, definitionOf, referencesOf } from '../records/registry.ts';

/**
 * Says what a diff would break in a case, or null if nothing. Looks only at the records the diff touches and at
 * what points to them, so the cost is that of the change: every record fits its schema, no id dangles or points
 * to the wrong type, no tag or source is its own ancestor, no span lies outside its document, a claim's first
 * highlight is in its document, and what the diff says was there before was.
 */
export function integrityProblem(before: CaseView, diff: Diff): string | null {
  const after = Draft.of(before, diff);
  for (const [id, change] of changesOf(diff)) {
    const problem =
      change.after === null
        ? problemOfRemoval(before, after, id)
        : (problemOfPresence(before, change.before, id) ?? problemOfRecord(after, change.after));
    if (problem !== null) return problem;
  }
  return null;
}

/** Says what is wrong between the records of a case, each of which fits its schema; empty if nothing is. */
export function integrityProblems(view: CaseView, records: Iterable<AnyRecord>): string[] {
  const problems: string[] = [];
  for (const record of records) {
    const problem = problemOfRelations(view, record);
    if (problem !== null) problems.push(problem);
  }
  return problems;
}

function problemOfPresence(before: CaseView, expected: AnyRecord | null, id: AnyId): string | null {
  const present = before.get(id) !== undefined;
  if (expected === null && present) return `${id} is already there`;
  if (expected !== null && !present) return `${id} is not there to change`;
  return null;
}

function problemOfRemoval(before: CaseView, after: CaseView, id: AnyId): string | null {
  if (before.get(id) === undefined) return `${id} is not there to remove`;
  const [referrer] = after.referrers(id);
  return referrer === undefined ? null : `${referrer} still points to ${id}`;
}

function problemOfRecord(after: CaseView, record: AnyRecord): string | null {
  const parsed = definitionOf(record).schema.safeParse(record);
  if (!parsed.success) return `${record.id}: ${parsed.error.issues[0]?.message ?? 'does not fit'}`;
  return problemOfRelations(after, record);
}

function problemOfRelations(after: CaseView, record: AnyRecord): string | null {
  return problemOfReferences(after, record) ?? problemOfPlace(after, record);
}

function problemOfReferences(after: CaseView, record: AnyRecord): string | null {
  for (const reference of referencesOf(record)) {
    const { field, targets } = reference;
    for (const id of reference.ids(record)) {
      const target: AnyRecord | undefined = after.get(id);
      if (target === undefined)
        return `${record.id}: ${field} points to ${id}, which does not exist`;
      if (!targets.includes(target.type))
        return `${record.id}: ${field} points to a ${target.type}`;
    }
  }
  return null;
}

function problemOfPlace(after: CaseView, record: AnyRecord): string | null {
  switch (record.type) {
    case 'tag':
    case 'source':
      return isOwnAncestor(after, record) ? `${record.id} is its own ancestor` : null;
    case 'highlight': {
      const length = after.get(record.document)?.length ?? 0;
      return spansFit(record.spans, length) ? null : `${record.id} lies outside its document`;
    }
    case 'claim': {
      const [first] = record.highlights;
      const home = first === undefined ? undefined : after.get(first)?.document;
      return home === record.document ? null : `${record.id} starts outside its document`;
    }
    case 'case':
    case 'analyst':
    case 'document':
    case 'rating':
    case 'link':
      return null;
  }
}

function spansFit(spans: readonly { start: number; end: number }[], length: number): boolean {
  let reached = 0;
  for (const { start, end } of spans) {
    if (start < reached || end > length) return false;
    reached = end;
  }
  return true;
}

function isOwnAncestor(
  view: CaseView,
  record: Extract<AnyRecord, { type: 'tag' | 'source' }>,
): boolean {
  const seen = new Set<AnyId>([record.id]);
  let parent: AnyId | null = record.parent;
  while (parent !== null) {
    if (seen.has(parent)) return true;
    seen.add(parent);
    const ancestor: AnyRecord | undefined = view.get(parent);
    parent = ancestor?.type === 'tag' || ancestor?.type === 'source' ? ancestor.parent : null;
  }
  return false;
}
