import { describe, expect, test } from 'vitest';
import { type CommandInput, type CommandName, commandNames } from '../commands/registry.ts';
import { aCase, describeText } from '../testing/a-case.ts';
import { fixedHash, fixedId } from '../testing/fixed-ids.ts';
import { claim, make, nth, source, tag } from '../testing/made-records.ts';

/** What a command says of itself, with an input. */
type Said = {
  [N in CommandName]: readonly [name: N, input: CommandInput<N>, label: string];
}[CommandName];

const made = aCase({ documents: ['NATO [left] Baghdad.', 'It [stayed].'] });
const [document, second] = [nth(made.documents, 0), nth(made.documents, 1)];
const [highlight, other] = [nth(made.highlights, 0), nth(made.highlights, 1)];
const [left, stayed] = [claim(made, 0), claim(made, 1)];
const [reuters, agency] = [source(made, 'Reuters'), source(made, 'AP')];
const [war, losses] = [tag(made, 'War'), tag(made, 'Losses')];
const link = make(made, 'link', 'link/create', { from: left, to: stayed, kind: 'same-origin' });
const rating = make(made, 'rating', 'rating/add', {
  ...{ subjects: [reuters], scale: 'admiralty-reliability', value: 'B' },
});
const analyst = { ...made.the(made.analyst), name: 'Grace' };
const text = { hash: fixedHash(9), text: 'Words' };
const file = describeText(text, { title: 'Port on fire', publisher: null });
const ranges = [{ start: 0, end: 4 }];
const gone = {
  claim: fixedId('claim', 999),
  document: fixedId('document', 999),
  link: fixedId('link', 999),
  source: fixedId('source', 999),
  tag: fixedId('tag', 999),
};
const isOf = { subjects: [left], scale: 'verdict' as const, value: 'refuted' };

const said: readonly Said[] = [
  ['case/create', { name: 'Port', analyst }, 'Create the case “Port”'],
  ['case/update', { question: 'Who?' }, 'Change the case’s details'],
  ['analyst/put', analyst, 'Work as “Grace”'],

  ['document/import', { documents: [file] }, 'Import “Port on fire”'],
  ['document/import', { documents: [file, file] }, 'Import 2 documents'],
  ['document/update', { document, changes: { note: 'a' } }, 'Change the details of “Document 1”'],
  [
    'document/update',
    { document: gone.document, changes: {} },
    'Change the details of “a document”',
  ],
  ['document/remove', { documents: [document] }, 'Remove “Document 1”'],
  ['document/remove', { documents: [document, second] }, 'Remove 2 documents'],

  ['highlight/create', { document, ranges }, 'Highlight words'],
  ['highlight/create', { document, ranges, note: 'Sure?' }, 'Note on words'],
  ['highlight/create', { document, ranges, note: 'Sure?', tags: [war] }, 'Tag words'],
  ['highlight/update', { highlight, changes: { ranges, note: 'a' } }, 'Move a highlight'],
  ['highlight/update', { highlight, changes: { note: 'a' } }, 'Change a highlight’s note'],
  ['highlight/update', { highlight, changes: { tags: [war] } }, 'Change a highlight’s tags'],
  ['highlight/tag', { highlights: [highlight], add: [war, losses] }, 'Tag 1 highlight “War”'],
  [
    'highlight/tag',
    { highlights: [highlight, other], remove: [war] },
    'Take tags off 2 highlights',
  ],
  ['highlight/tag', { highlights: [highlight], add: [gone.tag] }, 'Tag 1 highlight “a tag”'],
  ['highlight/remove', { highlights: [highlight] }, 'Remove 1 highlight'],
  ['highlight/remove', { highlights: [highlight, other] }, 'Remove 2 highlights'],

  ['claim/create', { on: { highlight } }, 'Make a claim'],
  ['claim/create', { on: { highlight }, statement: 'NATO\nleft' }, 'Claim “NATO left”'],
  ['claim/update', { claim: left, changes: {} }, 'Change the details of “left”'],
  [
    'claim/update',
    { claim: left, changes: { hedge: 'denied', note: 'a' } },
    'Change the details of “left”',
  ],
  ['claim/update', { claim: left, changes: { statement: 'a' } }, 'Change the statement of “left”'],
  [
    'claim/update',
    { claim: left, changes: { attribution: [] } },
    'Change the attribution of “left”',
  ],
  ['claim/update', { claim: left, changes: { hedge: 'denied' } }, 'Change the hedge of “left”'],
  [
    'claim/update',
    { claim: left, changes: { eventTime: null } },
    'Change the event time of “left”',
  ],
  ['claim/update', { claim: left, changes: { place: 'a' } }, 'Change the place of “left”'],
  ['claim/update', { claim: left, changes: { tags: [] } }, 'Change the tags of “left”'],
  ['claim/update', { claim: left, changes: { note: 'a' } }, 'Change the note of “left”'],
  ['claim/update', { claim: gone.claim, changes: { note: 'a' } }, 'Change the note of “a claim”'],
  ['claim/evidence', { claim: left, add: [{ highlight: other }] }, 'Add evidence to “left”'],
  ['claim/evidence', { claim: left, remove: [other] }, 'Take evidence from “left”'],
  ['claim/tag', { claims: [left], add: [war] }, 'Tag 1 claim “War”'],
  ['claim/tag', { claims: [left, stayed], remove: [war] }, 'Take tags off 2 claims'],
  ['claim/remove', { claims: [left] }, 'Remove the claim “left”'],
  ['claim/remove', { claims: [left, stayed] }, 'Remove 2 claims'],

  ['source/create', { name: 'AFP', kind: 'outlet' }, 'Add the source “AFP”'],
  ['source/update', { source: reuters, changes: { note: 'a' } }, 'Change the source “Reuters”'],
  ['source/update', { source: gone.source, changes: {} }, 'Change the source “a source”'],
  ['source/merge', { keep: reuters, merge: agency }, 'Merge “AP” into “Reuters”'],
  ['source/remove', { source: agency }, 'Remove the source “AP”'],

  ['tag/create', { name: 'Fire' }, 'Add the tag “Fire”'],
  ['tag/update', { tag: war, changes: { colour: 2 } }, 'Change the tag “War”'],
  ['tag/update', { tag: war, changes: { name: 'Wars' } }, 'Rename the tag “War” to “Wars”'],
  ['tag/update', { tag: gone.tag, changes: { colour: 2 } }, 'Change the tag “a tag”'],
  ['tag/move', { tag: losses, parent: null, before: war }, 'Move the tag “Losses” to the top'],
  ['tag/move', { tag: losses, parent: war, before: null }, 'Move the tag “Losses” into “War”'],
  ['tag/merge', { keep: war, merge: losses }, 'Merge the tag “Losses” into “War”'],
  ['tag/remove', { tag: war, children: 'remove' }, 'Delete the tag “War”'],

  ['rating/add', isOf, 'Verdict on “left”: Refuted'],
  ['rating/add', { ...isOf, subjects: [left, stayed] }, 'Verdict on 2 claims: Refuted'],
  ['rating/add', { ...isOf, subjects: [gone.claim] }, 'Verdict on “”: Refuted'],
  [
    'rating/add',
    { subjects: [reuters], scale: 'admiralty-reliability', value: 'B' },
    'Rate “Reuters” B',
  ],
  ['rating/explain', { rating, reason: 'a' }, 'Explain a rating'],

  ['link/create', { from: left, to: stayed, kind: 'same-origin' }, 'Link two claims (same origin)'],
  ['link/update', { link, changes: { note: 'a' } }, 'Change a link'],
  ['link/turn', { link }, 'Turn a link round (same origin)'],
  ['link/turn', { link: gone.link }, 'Turn a link round'],
  ['link/remove', { link }, 'Remove a link'],
];

describe('menus and the history call a change by what the analyst does', () => {
  test.each(said)('%s with %j: %s', (name, input, label) => {
    expect(made.label(name, input)).toBe(label);
  });

  test('whichever command it is', () => {
    expect(new Set(said.map(([name]) => name))).toEqual(new Set(commandNames));
  });
});
