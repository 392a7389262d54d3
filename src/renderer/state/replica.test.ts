import { beforeEach, expect, test } from 'vitest';
import type { CaseView } from '../../domain/core/case-state.ts';
import { CaseBuilder } from '../../domain/testing/case-builder.ts';
import type { RecordType } from '../../domain/records/registry.ts';
import type { SourceId } from '../../domain/records/source/record.ts';
import {
  caseReplica,
  currentView,
  useCase,
  usePast,
  useReadOnly,
  useRecord,
  useRecords,
  useUndoState,
} from './replica.ts';
import { draw } from './testing/drawn.ts';
import { aChange, aSnapshot, changed, follow, held } from './testing/shown-case.ts';

const builder = new CaseBuilder();
const document = builder.document('words');
const reuters = builder.source('Reuters');
const gazette = builder.source('Gazette');
const records = [...builder.view().records()];

beforeEach(() => {
  caseReplica.replace(aSnapshot(records));
});

function rename(id: SourceId, name: string): void {
  const source = currentView().get(id);
  if (source === undefined) throw new Error('There is no source');
  follow(caseReplica, changed(source, { name }));
}

test('outside of React the open case is at hand, and none is an error', () => {
  expect(currentView()).toBe(held(caseReplica).view);
  caseReplica.replace(null);
  expect(currentView).toThrow('No case is open');
});

test('a record is drawn again when it changed, and not when another did', async () => {
  const { given, after, end } = await draw(useRecord<SourceId>, reuters);
  await after(() => {
    rename(gazette, 'Herald');
  });
  await after(() => {
    rename(reuters, 'Agence');
  });
  await after(() => {
    caseReplica.replace(null);
  });
  expect(given.map((record) => record?.name)).toEqual(['Reuters', 'Agence', undefined]);
  await end();
});

test.each([null, undefined])('the record of %s is none', async (id) => {
  const { given, end } = await draw(useRecord<SourceId>, id);
  expect(given).toEqual([undefined]);
  await end();
});

// What is read off a case: the names of its sources.
function names(view: CaseView): string[] {
  return Array.from(view.all('source'), ({ name }) => name);
}

test('what is read off the case is drawn again when it came out otherwise, or when something else is read', async () => {
  const { given, after, again, end } = await draw(useCase<string[]>, names);
  await after(() => {
    follow(caseReplica, changed(builder.the(document), { title: 'Anew' }));
  });
  await after(() => {
    rename(reuters, 'Reuters');
  });
  expect(given).toEqual([['Reuters', 'Gazette']]);
  await after(() => {
    rename(reuters, 'Agence');
  });
  await again((view) => names(view).slice(1));
  expect(given.slice(1)).toEqual([['Agence', 'Gazette'], ['Gazette']]);
  await end();
});

test('the records of a type come in the order of the case, those of another when that is asked for', async () => {
  const { given, again, end } = await draw(useRecords<RecordType>, 'source');
  expect(given.at(-1)?.map(({ id }) => id)).toEqual([reuters, gazette]);
  await again('document');
  expect(given.at(-1)?.map(({ id }) => id)).toEqual([document]);
  await end();
});

const reading = {
  state: 'reading',
  writer: null,
  mayWrite: true,
  lost: false,
  error: null,
} as const;

test.each([
  ['no case', null, true],
  ['one that is well', aSnapshot(), false],
  ['one that is open to be read', aSnapshot([], { health: reading }), true],
  ['one of which only a part is here', aSnapshot([], { rest: 7 }), true],
])('whether %s may only be looked at', async (_, snapshot, isReadOnly) => {
  caseReplica.replace(snapshot);
  const { given, end } = await draw(useReadOnly, undefined);
  expect(given).toEqual([isReadOnly]);
  await end();
});

const past = { seq: 1, at: '2026-03-15T12:00:00.000Z' };

test('the moment the case is shown as of is known, if it is one', async () => {
  const { given, after, end } = await draw(usePast, undefined);
  await after(() => {
    caseReplica.replace(aSnapshot([], { past }));
  });
  await after(() => {
    caseReplica.replace(null);
  });
  expect(given).toEqual([null, past, null]);
  await end();
});

test('what can be undone is that of the last change, and nothing where no case is open', async () => {
  const { given, after, end } = await draw(useUndoState, undefined);
  const undo = { undo: 'Merge two sources', redo: null };
  await after(() => {
    const created = { created: [], updated: [], removed: [] };
    caseReplica.followChange({ ...aChange(2, created), undo });
  });
  await after(() => {
    caseReplica.replace(null);
  });
  const nothing = { undo: null, redo: null };
  expect(given).toEqual([nothing, undo, nothing]);
  await end();
});
