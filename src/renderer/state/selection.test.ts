import { expect, test } from 'vitest';
import { CaseBuilder } from '../../domain/testing/case-builder.ts';
import type { CaseView } from '../../domain/core/case-state.ts';
import { type Selection, selectAnew } from './selection.ts';
import { aSnapshot, changed, firstOf, follow, held, showing } from './testing/shown-case.ts';

/** A case on show, and the names of its sources as a screen would read them; tells how often they were. */
function following() {
  const builder = new CaseBuilder();
  builder.source('Reuters');
  builder.document('words');
  const replica = showing(builder.view().records());
  let last: Selection<string[]> | null = null;
  let count = 0;
  function select(view: CaseView): string[] {
    count += 1;
    return Array.from(view.all('source'), ({ name }) => name);
  }
  function read(by = select): string[] {
    last = selectAnew(by, held(replica), last);
    return last.value;
  }
  return { replica, read, select, times: () => count };
}

function rename({ replica }: ReturnType<typeof following>, name: string): void {
  follow(replica, changed(firstOf(held(replica).view, 'source'), { name }));
}

function retitle({ replica }: ReturnType<typeof following>): void {
  follow(replica, changed(firstOf(held(replica).view, 'document'), { title: 'Anew' }));
}

test('what a function reads is read again only when a change touched it', () => {
  const made = following();
  expect(made.read()).toEqual(['Reuters']);
  made.read();
  retitle(made);
  expect(made.read()).toEqual(['Reuters']);
  expect(made.read()).toEqual(['Reuters']);
  expect(made.times()).toBe(1);
  rename(made, 'Agence');
  expect(made.read()).toEqual(['Agence']);
  expect(made.times()).toBe(2);
});

test('changes that were made while nobody looked are not overlooked', () => {
  const made = following();
  made.read();
  rename(made, 'Agence');
  retitle(made);
  expect(made.read()).toEqual(['Agence']);
  retitle(made);
  retitle(made);
  made.read();
  expect(made.times()).toBe(2);
  rename(made, 'Herald');
  for (let changes = 0; changes < 200; changes += 1) retitle(made);
  expect(made.read()).toEqual(['Herald']);
});

test('another function is asked at once, and another case', () => {
  const made = following();
  made.read();
  expect(made.read((view) => [...made.select(view), 'others'])).toEqual(['Reuters', 'others']);
  const { replica, read } = following();
  read();
  replica.replace(aSnapshot());
  expect(read()).toEqual([]);
});

test('what comes out as it was stays the same object', () => {
  const made = following();
  const before = made.read();
  rename(made, 'Reuters');
  expect(made.read()).toBe(before);
  expect(made.read((view) => made.select(view))).toBe(before);
  expect(made.times()).toBe(3);
});

test('where nothing happened since the last look, nothing is made anew', () => {
  const { replica, select } = following();
  const last = selectAnew(select, held(replica), null);
  expect(selectAnew(select, held(replica), last)).toBe(last);
});
