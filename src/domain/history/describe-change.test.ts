import { describe, expect, test } from 'vitest';
import type { CommandInput, CommandName } from '../commands/registry.ts';
import { emptyDiff } from '../core/diff.ts';
import type { AnyId, AnyRecord } from '../records/registry.ts';
import type { Source } from '../records/source/record.ts';
import { type TestCase, aCase } from '../testing/a-case.ts';
import { CaseBuilder } from '../testing/case-builder.ts';
import { type DescribedRecord, describeChange } from './describe-change.ts';
import { numberedName } from './record-name.ts';

function describeRun<N extends CommandName>(
  made: TestCase,
  name: N,
  input: CommandInput<N>,
): DescribedRecord[] {
  return describeChange(made.run(name, input), nameIn(made), 10);
}

function nameIn(made: TestCase) {
  return (id: AnyId): string => {
    const record: AnyRecord | undefined = made.view.get(id);
    return record === undefined ? 'gone' : numberedName(record);
  };
}

/** Lines such as `Kind: Outlet → Person`. */
function lines([record]: readonly DescribedRecord[]): string[] {
  return (record?.fields ?? []).map(({ label, before, after }) => `${label}: ${before} → ${after}`);
}

function withClaim() {
  const made = aCase({ documents: ['[NATO] left [Baghdad].'] });
  const [highlight, other] = made.highlights;
  if (highlight === undefined || other === undefined) throw new Error('No highlight');
  const [claim] = made.run('claim/create', { on: { highlight } }).created;
  const [source] = made.run('source/create', { name: 'Reuters', kind: 'outlet' }).created;
  const [tag] = made.run('tag/create', { name: 'War' }).created;
  if (claim?.type !== 'claim' || source?.type !== 'source' || tag?.type !== 'tag')
    throw new Error('No records');
  return { made, highlight, other, claim: claim.id, source: source.id, tag: tag.id };
}

describe('describeChange', () => {
  test('speaks of grades, sources, tags and dates by their names', () => {
    const { made, claim, source, tag } = withClaim();
    const rated = describeRun(made, 'rating/add', {
      ...{ subjects: [source], scale: 'admiralty-reliability', value: 'B', reason: 'Careful.' },
    });
    expect(lines(rated)).toEqual([
      'Of:  → S1 Reuters',
      'Reliability:  → B (usually reliable)',
      'Reason:  → Careful.',
    ]);
    const attribution = [{ source, manner: 'anonymous' as const, anchor: null }];
    const changed = describeRun(made, 'claim/update', {
      claim,
      changes: { attribution, eventTime: { edtf: '2026-03~', anchor: null }, hedge: 'denied' },
    });
    expect(lines(changed)).toEqual([
      'Who says so:  → S1 Reuters (anonymous)',
      'Hedge in the text: Asserted → Denied',
      'Event time:  → about March 2026',
    ]);
    expect(changed[0]).toMatchObject({ type: 'claim', number: 'C1', how: 'changed', name: 'NATO' });
    expect(lines(describeRun(made, 'claim/tag', { claims: [claim], add: [tag] }))).toEqual([
      'Tags:  → War',
    ]);
    expect(
      lines(describeRun(made, 'tag/remove', { tag, children: 'remove' }).toReversed()),
    ).toEqual(['Name: War → ', 'Colour: Orange → ']);
  });

  test('calls what a change removes by the name it had', () => {
    const { made, claim, tag } = withClaim();
    made.run('claim/tag', { claims: [claim], add: [tag] });
    const described = describeRun(made, 'tag/remove', { tag, children: 'remove' });
    expect(lines(described)).toEqual(['Tags: War → ']);
    expect(described.map(({ how, name }) => `${name} ${how}`)).toEqual([
      'NATO changed',
      'War removed',
    ]);
  });

  test('calls what has a number by it, also where the change removed it', () => {
    const { made, claim, highlight } = withClaim();
    const [other] = made.run('claim/create', { on: { highlight } }).created;
    if (other?.type !== 'claim') throw new Error('No claim');
    made.run('link/create', { from: claim, to: other.id, kind: 'contradicts' });
    const described = describeRun(made, 'claim/remove', { claims: [other.id] });
    expect(described.map(({ type, number }) => [type, number])).toEqual([
      ['claim', 'C2'],
      ['link', null],
    ]);
    expect(lines(described.toReversed()).join()).toMatch(/C1 NATO → .*C2 NATO → /);
  });

  test('shows a moved highlight as its words', () => {
    const { made, highlight } = withClaim();
    const moved = describeRun(made, 'highlight/update', {
      highlight,
      changes: { ranges: [{ start: 5, end: 9 }] },
    });
    expect(lines(moved)).toEqual(['Words: NATO → left']);
  });

  test('says that something moved where no field of it changed', () => {
    const { made, tag } = withClaim();
    made.run('tag/create', { name: 'Peace' });
    const moved = describeRun(made, 'tag/move', { tag, parent: null, before: null });
    expect(lines(moved)).toEqual(['Place:  → moved among its neighbours']);
  });

  test('stops after as many records as are asked for', () => {
    const { made, claim, other } = withClaim();
    const diff = made.run('highlight/remove', { highlights: [other] });
    const more = { ...diff, removed: [...diff.removed, made.the(claim)] };
    expect(describeChange(more, nameIn(made), 1)).toHaveLength(1);
  });
});

// What is said of a source whose fields become others.
function sourceLines(before: Partial<Source>, after: Partial<Source>): string[] {
  const build = new CaseBuilder();
  const source = build.the(build.source('Reuters', before));
  const diff = { ...emptyDiff, updated: [[source, { ...source, ...after }] as [Source, Source]] };
  return lines(describeChange(diff, String, 1));
}

describe('a field', () => {
  const long = 'word '.repeat(100);

  test.each<[what: string, before: Partial<Source>, after: Partial<Source>, line: string]>([
    ['that is filled in', {}, { note: 'New' }, 'Note:  → New'],
    ['that is emptied', { note: 'Old' }, {}, 'Note: Old → '],
    ['of a long text that comes', {}, { note: long }, `Note:  → ${long.slice(0, 320)}…`],
    ['of a long text that goes', { note: long }, {}, `Note: ${long.slice(0, 320)}… → `],
    [
      'of a long text in which a word changes',
      { note: `${long}Baghdad` },
      { note: `${long}Oslo` },
      `Note: …${'word '.repeat(8)}Baghdad → …${'word '.repeat(8)}Oslo`,
    ],
    ['of a list to which something comes', {}, { aliases: ['A', 'B'] }, 'Aliases:  → A, B'],
    ['of a list that is emptied', { aliases: ['A', 'B'] }, {}, 'Aliases: A, B → '],
    [
      'of a list of which a part changes',
      { aliases: ['A', 'B', 'C'] },
      { aliases: ['D', 'B', 'E'] },
      'Aliases: A, C → D, E',
    ],
    [
      'of a list whose order changes',
      { aliases: ['A', 'B', 'AB'] },
      { aliases: ['AB', 'A', 'B'] },
      'Aliases: A, B, AB → AB, A, B',
    ],
    [
      'of a list in whose order only the border between the words changes',
      { aliases: ['A', 'AA'] },
      { aliases: ['AA', 'A'] },
      'Aliases: A, AA → AA, A',
    ],
  ])('%s is told by what it was and is', (_, before, after, line) => {
    const given = { note: '', aliases: [] };
    expect(sourceLines({ ...given, ...before }, { ...given, ...after })).toEqual([line]);
  });

  test('that stays is not told beside one that does not', () => {
    const [same, other] = [{ note: 'Same', aliases: ['A'] }, { name: 'AFP' }];
    expect(sourceLines(same, { ...same, ...other })).toEqual(['Name: Reuters → AFP']);
  });
});

describe('a whole record', () => {
  test.each([
    ['comes', 'added', 'created', [' → Ada Analyst']],
    ['goes', 'removed', 'removed', ['Ada Analyst → ']],
  ] as const)('that %s is told by the fields that are filled in', (_, how, list, changes) => {
    const [analyst] = new CaseBuilder().view().all('analyst');
    if (analyst === undefined) throw new Error('No analyst');
    const [described] = describeChange({ ...emptyDiff, [list]: [analyst] }, String, 1);
    expect(described).toMatchObject({ how, number: null, name: 'Ada Analyst' });
    expect(lines(described ? [described] : [])).toEqual(changes.map((change) => `Name: ${change}`));
  });

  test('that comes has lists and texts', () => {
    const build = new CaseBuilder();
    const source = build.the(build.source('Reuters', { aliases: ['R', 'RTRS'] }));
    const told = ['Name:  → Reuters', 'Kind:  → Outlet', 'Aliases:  → R, RTRS'];
    expect(lines(describeChange({ ...emptyDiff, created: [source] }, String, 1))).toEqual(told);
  });

  test('of which something changed that has no words is said to have changed', () => {
    expect(sourceLines({ number: 1 }, { number: 2 })).toEqual(['Place:  → changed']);
  });
});
