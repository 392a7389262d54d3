import { describe, expect, test } from 'vitest';
import { CaseBuilder } from '../testing/case-builder.ts';
import type { Claim } from '../records/claim/record.ts';
import type { DocumentId } from '../records/document/record.ts';
import type { AnyRecord, RecordFor } from '../records/registry.ts';
import { CaseState } from './case-state.ts';
import { type Diff, emptyDiff } from './diff.ts';
import { integrityProblem, integrityProblems, problemAmong } from './integrity.ts';
import type { Span } from './span.ts';

// A case of two documents with a highlight, a claim, two sources and a tag each command could have made.
function someCase() {
  const build = new CaseBuilder();
  const paper = build.source('The Paper');
  const ministry = build.source('The ministry', { parent: paper });
  const document = build.document('The ministry said so.');
  const other = build.document('Nobody else did.');
  const tag = build.tag('Casualties');
  const highlight = build.highlight(document, 'said so', { tags: [tag] });
  const claim = build.claim(
    document,
    'said so',
    [build.hop(ministry, 'on-record', document, 'The ministry')],
    {
      highlights: [highlight],
      tags: [tag],
    },
  );
  const foreign = build.highlight(other, 'Nobody');
  const rating = build.rate(ministry, 'admiralty-reliability', 'B');
  const ids = { paper, ministry, document, other, tag, highlight, foreign, claim, rating };
  return { build, ...ids, view: build.view() };
}

type Case = ReturnType<typeof someCase>;

function the<I extends AnyRecord['id']>({ view }: Case, id: I): RecordFor<I> {
  const record = view.get(id);
  if (record === undefined) throw new Error(`${id} is not there`);
  return record;
}

function update(before: AnyRecord, after: AnyRecord): Diff {
  return { ...emptyDiff, updated: [[before, after]] };
}

// What is said of a claim that is changed in a way that no command would change it.
function changedClaim(made: Case, change: (claim: Claim) => Partial<Claim>): string | null {
  const claim = the(made, made.claim);
  return integrityProblem(made.view, update(claim, { ...claim, ...change(claim) }), textsOf(made));
}

function textsOf({ build }: Case) {
  return (document: DocumentId): string => build.text(document).text;
}

function quote(exact: string, start: number): Span {
  return { start, end: start + exact.length, exact, prefix: '', suffix: '' };
}

describe('a diff is refused', () => {
  const made = someCase();

  test.each<[what: string, diff: Diff, problem: RegExp]>([
    [
      'that says another record was there before',
      update({ ...the(made, made.tag), name: 'Never' }, { ...the(made, made.tag), name: 'New' }),
      /is not what the change says it was/,
    ],
    [
      'that removes another record than there is',
      { ...emptyDiff, removed: [{ ...the(made, made.rating), reason: 'Never given' }] },
      /is not what the change says it was/,
    ],
    [
      'that turns a record into another one',
      update(the(made, made.paper), { ...the(made, made.ministry), name: 'New' }),
      /cannot become/,
    ],
    [
      'that makes a record that is there',
      { ...emptyDiff, created: [the(made, made.tag)] },
      /is already there/,
    ],
    [
      'that names a record twice',
      {
        created: [],
        updated: [[the(made, made.tag), the(made, made.tag)]],
        removed: [the(made, made.tag)],
      },
      /is changed twice at once/,
    ],
    [
      'that removes what others point to',
      { ...emptyDiff, removed: [the(made, made.document)] },
      /still points to/,
    ],
    [
      'with a record that does not fit its schema',
      update(the(made, made.tag), { ...the(made, made.tag), name: '' }),
      /^tag-[^ ]+: name /,
    ],
    [
      'that makes a record its own ancestor',
      update(the(made, made.paper), { ...the(made, made.paper), parent: made.ministry }),
      /is its own ancestor/,
    ],
    [
      'with an alias twice',
      update(the(made, made.paper), { ...the(made, made.paper), aliases: ['TP', 'TP'] }),
      /the same alias twice/,
    ],
  ])('%s', (_, diff, problem) => {
    expect(integrityProblem(made.view, diff)).toMatch(problem);
  });

  test('that changes or removes a record that is not there', () => {
    const other = new CaseBuilder();
    other.tag('A');
    const [strange] = [...other.view().all('tag')];
    if (strange === undefined) throw new Error('There is no tag');
    const gone = { ...strange, id: strange.id.replace(/.$/, 'f') as typeof strange.id };
    for (const diff of [update(gone, { ...gone, name: 'New' }), { ...emptyDiff, removed: [gone] }])
      expect(integrityProblem(made.view, diff)).toMatch(/is not there to change or remove/);
  });
});

describe('a change of a claim is refused', () => {
  const made = someCase();

  test.each<[what: string, change: (claim: Claim) => Partial<Claim>, problem: RegExp]>([
    [
      'with words behind the end of its document that name a source',
      () => ({
        attribution: [{ source: made.ministry, manner: 'on-record', anchor: quote('said', 5000) }],
      }),
      /quotes words outside its document/,
    ],
    [
      'with words for its time that its document does not say',
      () => ({ eventTime: { edtf: '2026', anchor: quote('Six', 0) } }),
      /quotes what its document does not say/,
    ],
    [
      'with a highlight twice',
      ({ highlights }) => ({ highlights: [...highlights, ...highlights] }),
      /the same of its highlights twice/,
    ],
    [
      'with a tag twice',
      ({ tags }) => ({ tags: [...tags, ...tags] }),
      /the same of its tags twice/,
    ],
    [
      'that begins with words of another document',
      ({ highlights }) => ({ highlights: [made.foreign, ...highlights] }),
      /starts outside its document/,
    ],
    [
      'with a highlight that does not exist',
      () => ({ highlights: [made.highlight.replace(/.$/, 'f') as typeof made.highlight] }),
      /does not exist/,
    ],
    [
      'with another kind of record for a highlight',
      () => ({ highlights: [made.tag as never] }),
      /./,
    ],
  ])('%s', (_, change, problem) => {
    expect(changedClaim(made, change)).toMatch(problem);
  });

  test('but not one that fits', () => {
    expect(
      changedClaim(made, () => ({
        note: 'Fine',
        eventTime: { edtf: '2026', anchor: quote('The', 0) },
      })),
    ).toBeNull();
  });

  test('for what its document says only where the text is known', () => {
    const claim = the(made, made.claim);
    const eventTime = { edtf: '2026', anchor: quote('Six', 0) };
    expect(integrityProblem(made.view, update(claim, { ...claim, eventTime }))).toBeNull();
  });
});

test('a highlight is refused with spans that overlap or are out of order, or that end behind its document', () => {
  const made = someCase();
  const highlight = the(made, made.highlight);
  const spansOf = (spans: Span[]): string | null =>
    integrityProblem(made.view, update(highlight, { ...highlight, spans }));
  expect(spansOf([quote('ministry', 4), quote('The', 0)])).toMatch(/out of order/);
  expect(spansOf([quote('The min', 0), quote('ministry', 4)])).toMatch(/overlap/);
  expect(spansOf([quote('so.!', 18)])).toMatch(/outside its document/);
  expect(spansOf([quote('The', 0), quote('ministry', 4)])).toBeNull();
});

test('a whole case is looked through record by record', () => {
  const { view, claim } = someCase();
  expect(integrityProblems(view, view.records())).toEqual([]);
  const broken = view.get(claim);
  if (broken === undefined) throw new Error('There is no claim');
  view.apply({ ...emptyDiff, created: [{ ...broken, tags: [...broken.tags, ...broken.tags] }] });
  expect(integrityProblems(view, view.records())).toEqual([
    `${claim} has the same of its tags twice`,
  ]);
});

describe('a record of a damaged case', () => {
  test('that points to another type of record than it may is named with it', () => {
    const made = someCase();
    const claim = { ...the(made, made.claim), highlights: [made.tag as never] };
    expect(problemAmong(made.view, claim)).toBe(`${claim.id} points by its highlights to a tag`);
  });

  test('whose number leads to nobody is named', () => {
    const made = someCase();
    const paper = the(made, made.paper);
    const twin = { ...the(made, made.ministry), number: paper.number, parent: null };
    const state = new CaseState([paper, twin]);
    expect(problemAmong(state, paper)).toBe(`${paper.id} has the number of ${twin.id}`);
    state.apply({ ...emptyDiff, removed: [twin] });
    expect(problemAmong(state, paper)).toBe(`${paper.id} has the number of nothing`);
  });

  test('is not blamed for an ancestor that points to what is not there', () => {
    const build = new CaseBuilder();
    const paper = build.source('The Paper');
    const ministry = build.source('The ministry', { parent: paper });
    const speaker = build.source('The speaker', { parent: ministry });
    const state = build.view();
    state.apply({ ...emptyDiff, removed: [build.the(paper)] });
    expect(problemAmong(state, build.the(speaker))).toBeNull();
    expect(problemAmong(state, build.the(ministry))).toMatch(/which does not exist$/);
  });
});
