import { describe, expect, test } from 'vitest';
import type { AnyId } from '../records/registry.ts';
import { CaseBuilder } from '../testing/case-builder.ts';
import { fixedId } from '../testing/fixed-ids.ts';
import { emptyDiff } from './diff.ts';
import { Draft } from './draft.ts';

function someDraft() {
  const build = new CaseBuilder();
  const wire = build.source('Wire');
  const draft = new Draft(build.view());
  return { build, wire, record: build.the(wire), draft };
}

function idsOf(records: Iterable<{ readonly id: AnyId }>): AnyId[] {
  return Array.from(records, ({ id }) => id);
}

describe('a draft', () => {
  test('has nothing left of a record that came and went in it', () => {
    const { record, wire, draft } = someDraft();
    const added = { ...record, id: fixedId('source', 999), number: 2 };
    draft.put(added);
    expect(idsOf(draft.all('source'))).toEqual([wire, added.id]);
    expect(idsOf(draft.all('tag'))).toEqual([]);
    draft.remove([added.id]);
    expect(idsOf(draft.all('source'))).toEqual([wire]);
    expect(draft.get(added.id)).toBeUndefined();
    expect(draft.diff()).toEqual(emptyDiff);
  });

  test('changes nothing where a record is put back as it was', () => {
    const { record, draft } = someDraft();
    draft.put({ ...record, name: 'Agency' });
    draft.put(record);
    expect(draft.diff()).toEqual(emptyDiff);
  });

  test('gives a number to whoever has it in the draft', () => {
    const { record, wire, draft } = someDraft();
    draft.put({ ...record, number: 5 });
    expect(draft.numbered('source', 1)).toBeUndefined();
    expect(draft.numbered('source', 5)).toBe(wire);
    expect(draft.nextNumber('source')).toBe(6);
  });
});
