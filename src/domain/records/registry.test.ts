import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { CaseState } from '../core/case-state.ts';
import { fixedId } from '../testing/fixed-ids.ts';
import { fixedSteps, recordsById, walk } from '../testing/random-walk.ts';
import {
  AnyRecord,
  RecordId,
  type RecordType,
  definitionOf,
  recordTypes,
  referenceOf,
  referencesOf,
  typeOfId,
} from './registry.ts';
import { homeOf, homelessRecords, homesOf, recordsOfDocument } from './residence.ts';

vi.setConfig({ testTimeout: 60_000 });

describe.each(recordTypes)('the definition of %s', (type) => {
  const { home, owners = [], references } = definitionOf(type);
  const fields = references.map(({ field }) => field);

  test('points only to record types that there are', () => {
    for (const { targets } of references)
      for (const target of targets) expect(recordTypes).toContain(target);
  });

  test('names each of its references once', () => {
    expect(new Set(fields).size).toBe(fields.length);
  });

  test('is kept with, and belongs to, records that it points to', () => {
    for (const field of [...owners, ...(typeof home === 'string' ? [] : [home.with])])
      expect(fields).toContain(field);
  });

  // Records that are kept with each other all round would be kept nowhere.
  test('is not kept with its own kind, directly or through others', () => {
    const keepers = new Set(keepersOf(type));
    for (const keeper of keepers) for (const next of keepersOf(keeper)) keepers.add(next);
    expect([...keepers]).not.toContain(type);
  });
});

test('records of every type come on a long walk, with an id that says the type', () => {
  const seen = new Set<string>();
  walk(fixedSteps(5_000), (_, { diff }) => {
    for (const record of [...diff.created, ...diff.removed]) {
      seen.add(record.type);
      expect(typeOfId(record.id)).toBe(record.type);
      expect(RecordId.safeParse(record.id).success).toBe(true);
      expect(AnyRecord.safeParse(record).success).toBe(true);
    }
  });
  // A walk begins with a case and its analyst.
  expect([...seen, 'analyst', 'case'].sort()).toEqual([...recordTypes].sort());
});

const id = fixedId('claim', 1);

test.each(['', 'claim', 'claim-1', id.replace('claim', 'nothing'), `a${id}`, `${id}0`, 7, [id]])(
  '%j is no id of a record',
  (candidate) => {
    expect(RecordId.safeParse(candidate).error?.issues[0]?.message).toBe('is no id of a record');
  },
);

// What a checkpoint does not hold is gone when the case is opened again.
test('every record is kept in one place, and that place holds it', () => {
  fc.assert(
    fc.property(fc.nat(3_000), (length) => {
      const { view } = walk(fixedSteps(length)).made;
      const kept = [
        ...homelessRecords(view),
        ...documentsOf(view).flatMap((id) => [...recordsOfDocument(view, id)]),
      ];
      expect(recordsById(kept)).toEqual(recordsById(view.records()));
      for (const id of documentsOf(view))
        for (const record of recordsOfDocument(view, id))
          expect(homeOf(record, view.get.bind(view))).toBe(id);
      for (const record of homelessRecords(view))
        expect(homeOf(record, view.get.bind(view))).toBeNull();
    }),
    { numRuns: 8 },
  );
});

test('a change names the checkpoints that it changes something in', () => {
  const before = new Map<string, string>();
  walk(fixedSteps(1_500), ({ view }, { diff }) => {
    const homes = homesOf(diff, view);
    for (const id of documentsOf(view)) {
      const content = JSON.stringify(recordsById(recordsOfDocument(view, id)));
      if (before.has(id) && !homes.has(id)) expect(content).toBe(before.get(id));
      before.set(id, content);
    }
  });
});

test('a record can do without what it can do without, and goes with what it cannot be without', () => {
  const { made } = walk(fixedSteps(2_000));
  for (const record of made.view.records()) {
    for (const reference of referencesOf(record)) {
      const gone = new Set(reference.ids(record));
      const without = reference.without(record, gone);
      if (without !== null) expect(reference.ids(without).filter((id) => gone.has(id))).toEqual([]);
    }
  }
});

function keepersOf(type: RecordType): readonly RecordType[] {
  const { home } = definitionOf(type);
  const targets = typeof home === 'string' ? [] : referenceOf(type, home.with).targets;
  return recordTypes.filter((candidate) => targets.includes(candidate));
}

function documentsOf(view: CaseState) {
  return [...view.all('document')].map(({ id }) => id);
}
