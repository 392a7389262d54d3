import type { CommandInput, CommandName } from '../commands/registry.ts';
import { integrityProblems } from '../core/integrity.ts';
import type { AnyId, AnyRecord } from '../records/registry.ts';
import type { TestCase } from './a-case.ts';
import type { ClaimId } from '../records/claim/record.ts';
import type { SourceId } from '../records/source/record.ts';
import type { TagId } from '../records/tag/record.ts';

type IdOfType<T extends AnyRecord['type']> = Extract<AnyRecord, { type: T }>['id'];

/** Runs a command and answers the id of the record of a type that it made. */
export function make<N extends CommandName, T extends AnyRecord['type']>(
  made: TestCase,
  type: T,
  name: N,
  input: CommandInput<N>,
): IdOfType<T> {
  const record = made.run(name, input).created.find((candidate) => candidate.type === type);
  if (record === undefined) throw new Error(`${name} made no ${type}`);
  return record.id as IdOfType<T>;
}

/** Adds a source. */
export function source(made: TestCase, name: string, parent: SourceId | null = null): SourceId {
  return make(made, 'source', 'source/create', { name, kind: 'outlet', parent });
}

/** Adds a tag. */
export function tag(made: TestCase, name: string, parent: TagId | null = null): TagId {
  return make(made, 'tag', 'tag/create', { name, parent });
}

/** Makes a claim of one of the case’s highlights, said by a chain of sources on record. */
export function claim(made: TestCase, highlight = 0, chain: readonly SourceId[] = []): ClaimId {
  const attribution = chain.map((id) => ({
    source: id,
    manner: 'on-record' as const,
    anchor: null,
  }));
  return make(made, 'claim', 'claim/create', {
    on: { highlight: nth(made.highlights, highlight) },
    attribution,
  });
}

/** The entry of a list that must be there. */
export function nth<T>(list: readonly T[], index: number): T {
  const entry = list[index];
  if (entry === undefined) throw new Error(`There is no entry ${index}`);
  return entry;
}

/** What is wrong between the records of a case; empty if nothing is. */
export function problemsIn({ view }: TestCase): string[] {
  return integrityProblems(view, view.records());
}

/** Tells of each of some records whether the case has it. */
export function there({ view }: TestCase, ...ids: AnyId[]): boolean[] {
  return ids.map((id) => view.get(id) !== undefined);
}
