import { describe, expect, test } from 'vitest';
import { changed, newName } from './command.ts';

const record = { name: 'Reuters', note: '', span: { start: 1, end: 2 } };

describe('a record with changes in it', () => {
  test('is another one that says them, and keeps what they do not name', () => {
    const changes = { name: 'Agence', note: undefined };
    expect(changed(record, changes)).toEqual({ ...record, name: 'Agence' });
    expect(changed(record, { span: { start: 1, end: 3 } }).span).toEqual({ start: 1, end: 3 });
  });

  test('is the very same where they say what it says, in whatever order', () => {
    expect(changed(record, { name: 'Reuters', span: { end: 2, start: 1 } })).toBe(record);
  });
});

test('the first new one of some choices is named, and none where all are there already', () => {
  expect(newName(['source-1', null, { new: { name: 'A' } }, { new: { name: 'B' } }])).toBe('A');
  expect(newName([null, 'source-1'])).toBeNull();
});
