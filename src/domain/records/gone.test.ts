import { describe, expect, test } from 'vitest';
import { type CommandInput, type CommandName, prepareCommand } from '../commands/registry.ts';
import { emptyDiff } from '../core/diff.ts';
import { CaseState } from '../core/case-state.ts';
import { aCase } from '../testing/a-case.ts';
import { fixedId } from '../testing/fixed-ids.ts';
import { claim, nth, source, tag } from '../testing/made-records.ts';

/** A command, with an input that names a record that is gone. */
type Asked = { [N in CommandName]: readonly [name: N, input: CommandInput<N>] }[CommandName];

// What another window, or an undo, has removed meanwhile.
const gone = {
  claim: fixedId('claim', 999),
  document: fixedId('document', 999),
  highlight: fixedId('highlight', 999),
  link: fixedId('link', 999),
  rating: fixedId('rating', 999),
  source: fixedId('source', 999),
  tag: fixedId('tag', 999),
};
const ranges = [{ start: 0, end: 4 }];
const world = aCase();
const [paper, war] = [source(world, 'Paper'), tag(world, 'War')];

describe('a command on what is gone', () => {
  const refused: readonly (readonly [missing: string, ...Asked])[] = [
    ['document', 'document/update', { document: gone.document, changes: {} }],
    ['document', 'highlight/create', { document: gone.document, ranges }],
    ['highlight', 'highlight/update', { highlight: gone.highlight, changes: { ranges } }],
    ['highlight', 'highlight/tag', { highlights: [gone.highlight], add: [war] }],
    ['document', 'claim/create', { on: { document: gone.document, ranges } }],
    ['highlight', 'claim/create', { on: { highlight: gone.highlight } }],
    ['claim', 'claim/update', { claim: gone.claim, changes: {} }],
    ['claim', 'claim/evidence', { claim: gone.claim, add: [{ highlight: gone.highlight }] }],
    ['claim', 'claim/tag', { claims: [gone.claim], add: [war] }],
    ['source', 'source/update', { source: gone.source, changes: {} }],
    ['source', 'source/merge', { keep: gone.source, merge: paper }],
    ['source', 'source/merge', { keep: paper, merge: gone.source }],
    ['source', 'source/remove', { source: gone.source }],
    ['tag', 'tag/update', { tag: gone.tag, changes: {} }],
    ['tag', 'tag/move', { tag: gone.tag, parent: null, before: null }],
    ['tag', 'tag/merge', { keep: gone.tag, merge: war }],
    ['tag', 'tag/merge', { keep: war, merge: gone.tag }],
    ['tag', 'tag/remove', { tag: gone.tag, children: 'remove' }],
    ['source', 'rating/add', { subjects: [paper, gone.source], ...grade('reliability', 'B') }],
    ['claim', 'rating/add', { subjects: [gone.claim], ...grade('credibility', '2') }],
    ['rating', 'rating/explain', { rating: gone.rating, reason: '' }],
    ['link', 'link/update', { link: gone.link, changes: {} }],
    ['link', 'link/turn', { link: gone.link }],
  ];

  test.each(refused)('says that the %s is missing: %s with %j', (what, name, input) => {
    expect(world.refused(name, input)).toMatchObject({ code: 'command/missing', facts: { what } });
  });

  const harmless: readonly Asked[] = [
    ['document/remove', { documents: [gone.document] }],
    ['highlight/remove', { highlights: [gone.highlight] }],
    ['claim/remove', { claims: [gone.claim] }],
    ['link/remove', { link: gone.link }],
  ];

  test.each(harmless)('has nothing to remove: %s with %j', (name, input) => {
    expect(world.run(name, input)).toEqual(emptyDiff);
  });

  const broken: readonly (readonly [problem: RegExp, ...Asked])[] = [
    [/its parent to tag-.* does not exist/, 'tag/create', { name: 'Air', parent: gone.tag }],
    [/its parent to tag-/, 'tag/move', { tag: war, parent: gone.tag, before: null }],
    [
      /its from to claim-/,
      'link/create',
      { from: gone.claim, to: fixedId('claim', 9), kind: 'updates' },
    ],
  ];

  test.each(broken)('is refused with %s: %s with %j', (problem, name, input) => {
    expect(world.refused(name, input)).toMatchObject({
      code: 'command/integrity',
      facts: { problem: expect.stringMatching(problem) as string },
    });
  });
});

test('the details of a case that is not there cannot be changed', () => {
  const prepared = prepareCommand('case/update', { question: 'Who?' });
  if (!prepared.ok) throw new Error(prepared.error.message);
  const done = prepared.value.run({
    ...{ view: new CaseState(), at: '2026-03-15T12:00:00.000Z', by: world.analyst },
    newId: (type) => fixedId(type, 1),
    textOf: () => '',
  });
  expect(done).toMatchObject({ error: { code: 'command/missing', facts: { what: 'case' } } });
});

describe('the texts that a command asks for', () => {
  const other = aCase({ documents: ['[One].', '[Two].'] });
  const [document, second] = [nth(other.documents, 0), nth(other.documents, 1)];
  const highlight = nth(other.highlights, 0);
  const made = claim(other);

  const asked: readonly (readonly [texts: readonly string[], ...Asked])[] = [
    [[document], 'highlight/create', { document, ranges }],
    [[document], 'highlight/update', { highlight, changes: { ranges } }],
    [[], 'highlight/update', { highlight, changes: { note: 'a' } }],
    [[], 'highlight/update', { highlight: gone.highlight, changes: { ranges } }],
    [[second], 'claim/create', { on: { document: second, ranges } }],
    [[document], 'claim/create', { on: { highlight } }],
    [[], 'claim/create', { on: { highlight: gone.highlight } }],
    [[document], 'claim/update', { claim: made, changes: {} }],
    [[], 'claim/update', { claim: gone.claim, changes: {} }],
    [
      [second],
      'claim/evidence',
      { claim: made, add: [{ highlight }, { document: second, ranges }] },
    ],
    [[], 'claim/remove', { claims: [made] }],
  ];

  test.each(asked)('are %j for %s with %j', (texts, name, input) => {
    const prepared = prepareCommand(name, input);
    expect(prepared.ok && prepared.value.documents(other.view)).toEqual(texts);
  });
});

function grade(name: 'reliability' | 'credibility', value: string) {
  return { scale: `admiralty-${name}` as const, value };
}
