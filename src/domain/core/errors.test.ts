import { expect, test } from 'vitest';
import { type ChangeError, changeError, changeErrorMessages } from './errors.ts';

// The words that a user reads, as they are to be.
const read: readonly [ChangeError, message: string][] = [
  [
    changeError('command/invalid', { command: 'tag/create', problem: 'name is too short' }),
    'This change (tag/create) is not possible: name is too short.',
  ],
  [
    changeError('command/integrity', { command: 'tag/create', problem: 'it is there' }),
    'This change (tag/create) would break the case: it is there. Nothing was changed.',
  ],
  [
    changeError('command/missing', { what: 'claim' }),
    'This claim is no longer in the case; it was removed in the meantime. Nothing was changed.',
  ],
  [changeError('command/nothing-to-undo', {}), 'There is nothing to undo.'],
  [changeError('command/nothing-to-redo', {}), 'There is nothing to redo.'],
  [
    changeError('history/built-on', { label: 'Add a tag', later: [] }),
    '“Add a tag” cannot be taken back or made again by itself, because what it touched was changed since. Take those changes back first. Nothing was changed.',
  ],
  [
    changeError('history/built-on', { label: 'Add a tag', later: ['Move it', 'Merge it'] }),
    '“Add a tag” cannot be taken back or made again by itself, because what it touched was changed since: Move it; Merge it. Take those changes back first. Nothing was changed.',
  ],
  [
    changeError('history/missing-change', { seq: 7 }),
    'There is no change 7 in the history of this case. Nothing was changed.',
  ],
  [
    changeError('history/unreadable', { seq: 7 }),
    'The journal is damaged at change 7, so what the case was at that time is not known here. Verify the case to see what can be recovered, or open a copy of it.',
  ],
  [
    changeError('history/in-the-past', { seq: 7 }),
    'You are looking at the case as it was after change 7, where nothing can be changed. Go back to now first.',
  ],
  [
    changeError('history/not-there', { name: 'Reuters', seq: 7 }),
    '“Reuters” was not in the case after change 7, so there is nothing to bring back. Choose a change at which it was there.',
  ],
  [
    changeError('highlight/outside-text', { document: 'Report' }),
    'These words lie outside the text of “Report”. Select them again.',
  ],
  [
    changeError('source/in-use', { name: 'Reuters', claims: 2, documents: 3 }),
    '“Reuters” is cited by 2 claims and publishes 3 documents, so it cannot be deleted. Merge it into another source instead.',
  ],
  [
    changeError('source/cycle', { name: 'Reuters' }),
    '“Reuters” cannot belong to itself, directly or through others. Choose another parent.',
  ],
  [
    changeError('tag/cycle', { name: 'Losses' }),
    '“Losses” cannot be put inside itself. Choose another place.',
  ],
  [
    changeError('tag/duplicate', { name: 'Losses' }),
    'There is already a tag “Losses” in this place. Choose another name, or merge the two.',
  ],
  [
    changeError('tag/child-duplicate', { name: 'Losses', parent: 'War' }),
    'There would be two tags “Losses” under “War”. Rename one of them, or merge the two, first. Nothing was changed.',
  ],
  [
    changeError('tag/child-duplicate', { name: 'Losses', parent: null }),
    'There would be two tags “Losses” at the top. Rename one of them, or merge the two, first. Nothing was changed.',
  ],
  [
    changeError('tag/key-taken', { key: '1', name: 'Losses' }),
    'The key “1” already belongs to “Losses”. Choose another key.',
  ],
];

test.each(read)('$code says what happened and what to do next', ({ message }, words) => {
  expect(message).toBe(words);
});

test('no error goes without words that were read here', () => {
  expect(new Set(read.map(([{ code }]) => code))).toEqual(
    new Set(Object.keys(changeErrorMessages)),
  );
});
