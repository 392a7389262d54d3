import { expect, test } from 'vitest';
import { DocumentId } from '../../../domain/records/document/record.ts';
import { IdSource } from './ids.ts';

test('ids are of their type, all different, and in the order in which they were made, whatever the clock does', () => {
  const clock = { now: Date.parse('2026-03-15T12:00:00.000Z') };
  const source = new IdSource(() => new Date(clock.now));
  const ids: string[] = [];
  // More than are drawn at once; the clock stands still, goes on and is set back.
  for (const jump of [0, 1, -5_000, 3, 86_400_000]) {
    clock.now += jump;
    for (let made = 0; made < 200; made += 1) ids.push(source.next('document'));
  }
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(1_000);
  for (const id of ids) expect(DocumentId.parse(id)).toBe(id);
  // The last ten digits of all of them are drawn: none is found twice.
  expect(new Set(ids.map((id) => id.slice(-10))).size).toBe(1_000);
});

test('an id says when it was made', () => {
  const moment = Date.parse('2026-03-15T12:00:00.000Z');
  const id = new IdSource(() => new Date(moment)).next('tag');
  expect(parseInt(id.replace('tag-', '').replace('-', '').slice(0, 12), 16)).toBe(moment);
});
