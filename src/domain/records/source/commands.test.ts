import { describe, expect, test } from 'vitest';
import { aCase } from '../../testing/a-case.ts';
import { claim, make, problemsIn, source, there } from '../../testing/made-records.ts';

describe('sources', () => {
  test('that are cited cannot be removed, only merged', () => {
    const made = aCase({ documents: ['NATO [left] Baghdad.'] });
    const paper = source(made, 'Paper');
    claim(made, 0, [paper]);
    made.addDocument('By the paper.', 'paper');
    expect(made.refused('source/remove', { source: paper })).toMatchObject({
      code: 'source/in-use',
      facts: { name: 'Paper', claims: 1, documents: 1 },
    });
  });

  test('publishers are found by name or alias, whatever their case', () => {
    const made = aCase();
    const paper = source(made, 'Asharq Al-Awsat');
    made.run('source/update', { source: paper, changes: { aliases: ['الشرق الأوسط'] } });
    const byName = made.addDocument('One.', 'ASHARQ AL-AWSAT');
    const byAlias = made.addDocument('Two.', 'الشرق الأوسط');
    const unknown = made.addDocument('Three.', 'Reuters');
    expect([byName, byAlias].map((id) => made.the(id).publisher)).toEqual([paper, paper]);
    expect(made.the(unknown).publisher).not.toBe(paper);
    expect(made.view.count('source')).toBe(2);
  });

  test('merging moves everything that pointed to the merged one', () => {
    const made = aCase({ documents: ['NATO [left] Baghdad.'] });
    const [keep, merge] = [source(made, 'Reuters'), source(made, 'REUTERS agency')];
    const child = source(made, 'Reuters Arabic', merge);
    const document = made.addDocument('A wire.', 'REUTERS agency');
    const cited = claim(made, 0, [merge]);
    const rating = make(made, 'rating', 'rating/add', {
      ...{ subjects: [merge], scale: 'admiralty-reliability', value: 'B' },
    });
    made.run('source/merge', { keep, merge });
    expect(there(made, merge)).toEqual([false]);
    expect(made.the(child).parent).toBe(keep);
    expect(made.the(document).publisher).toBe(keep);
    expect(made.the(rating).subject).toBe(keep);
    expect(made.the(cited).attribution.map((hop) => hop.source)).toEqual([keep]);
    expect(made.the(keep).aliases).toEqual(['REUTERS agency']);
    expect(problemsIn(made)).toEqual([]);
  });

  test('merging makes one hop of two neighbours in one manner, and keeps those apart in a chain', () => {
    const made = aCase({ documents: ['NATO [left] Baghdad.'] });
    const [keep, merge, other] = [source(made, 'A'), source(made, 'a'), source(made, 'B')];
    const neighbours = claim(made, 0, [other, keep, merge]);
    const apart = claim(made, 0, [keep, other, merge]);
    made.run('source/merge', { keep, merge });
    expect(made.the(neighbours).attribution.map((hop) => hop.source)).toEqual([other, keep]);
    expect(made.the(apart).attribution.map((hop) => hop.source)).toEqual([keep, other, keep]);
  });

  test.each(['parent into child', 'child into parent', 'grandparent into grandchild'])(
    'merging %s makes no circle',
    (which) => {
      const made = aCase();
      const top = source(made, 'Ministry');
      const middle = source(made, 'Department', top);
      const bottom = source(made, 'Official', middle);
      const [keep, merge] =
        which === 'parent into child'
          ? [middle, top]
          : which === 'child into parent'
            ? [top, middle]
            : [bottom, top];
      made.run('source/merge', { keep, merge });
      expect(problemsIn(made)).toEqual([]);
      expect(made.view.count('source')).toBe(2);
    },
  );

  test('cannot belong to themselves', () => {
    const made = aCase();
    const top = source(made, 'Ministry');
    const below = source(made, 'Department', top);
    for (const parent of [top, below])
      expect(made.refused('source/update', { source: top, changes: { parent } })).toMatchObject({
        code: 'source/cycle',
        facts: { name: 'Ministry' },
      });
  });

  test('begin with nothing said of them, unless something is', () => {
    const made = aCase();
    const plain = {
      ...{ name: 'a', aliases: [], parent: null, note: '' },
      descriptor: { access: '', record: '', bias: '' },
    };
    const add = { name: 'a', kind: 'person' } as const;
    expect(made.the(make(made, 'source', 'source/create', add))).toMatchObject(plain);
    const details = { ...add, aliases: ['b'], note: 'c' };
    const descriptor = { access: 'd', record: 'e', bias: 'f' };
    const full = make(made, 'source', 'source/create', { ...details, descriptor });
    expect(made.the(full)).toMatchObject({ ...details, descriptor });
  });

  test('need a name and a kind', () => {
    const made = aCase();
    for (const input of [{ name: 'a' }, { kind: 'person' }])
      expect(made.attempt('source/create', input)).toMatchObject({
        ok: false,
        error: { code: 'command/invalid' },
      });
  });

  test('that are merged have the names and notes of both, and the words of the kept one first', () => {
    const made = aCase();
    const [keep, merge] = [source(made, 'Reuters'), source(made, 'Reuters agency')];
    made.run('source/update', {
      source: keep,
      changes: {
        ...{ aliases: ['RTR'], note: 'A wire.' },
        descriptor: { access: 'Its own people', record: '', bias: '' },
      },
    });
    made.run('source/update', {
      source: merge,
      changes: {
        ...{ aliases: ['Reuters', 'RTR', 'رويترز'], note: 'Bought in 2008.' },
        descriptor: { access: 'Stringers', record: 'Good', bias: 'None' },
      },
    });
    made.run('source/merge', { keep, merge });
    expect(made.the(keep)).toMatchObject({
      ...{ name: 'Reuters', aliases: ['RTR', 'Reuters agency', 'رويترز'] },
      note: 'A wire.\n\nBought in 2008.',
      descriptor: { access: 'Its own people', record: 'Good', bias: 'None' },
    });
  });

  test('that are merged have one note if only one has any', () => {
    const made = aCase();
    const [keep, merge] = [source(made, 'A'), source(made, 'B')];
    made.run('source/update', { source: merge, changes: { note: 'Of B.' } });
    made.run('source/merge', { keep, merge });
    expect(made.the(keep).note).toBe('Of B.');
  });

  test('stay where they belong when others are merged into them, or take the place of those', () => {
    const made = aCase();
    const [top, other] = [source(made, 'Top'), source(made, 'Other')];
    const [keep, merge] = [source(made, 'Keep', top), source(made, 'Merge', other)];
    made.run('source/merge', { keep, merge });
    expect(made.the(keep).parent).toBe(top);
    const above = source(made, 'Above', other);
    const below = source(made, 'Below', above);
    made.run('source/merge', { keep: below, merge: above });
    expect(made.the(below).parent).toBe(other);
  });

  test('that are merged into what is below them belong to nothing', () => {
    const made = aCase();
    const top = source(made, 'Ministry');
    const middle = source(made, 'Department', top);
    const bottom = source(made, 'Official', middle);
    made.run('source/merge', { keep: bottom, merge: top });
    expect(made.the(bottom).parent).toBeNull();
    expect(made.the(middle).parent).toBe(bottom);
  });

  test('cannot be merged into themselves', () => {
    const made = aCase();
    const paper = source(made, 'Paper');
    expect(made.refused('source/merge', { keep: paper, merge: paper })).toMatchObject({
      code: 'command/missing',
      facts: { what: 'source' },
    });
  });

  test('merging keeps the first of two hops that become one, and both if they speak differently', () => {
    const made = aCase({ documents: ['The paper, citing the agency, says it [burned].'] });
    const [keep, merge] = [source(made, 'A'), source(made, 'B')];
    const id = claim(made);
    const first = { source: keep, manner: 'on-record' as const, anchor: { start: 0, end: 9 } };
    const second = { source: merge, manner: 'on-record' as const, anchor: null };
    const third = { source: merge, manner: 'anonymous' as const, anchor: null };
    made.run('claim/update', { claim: id, changes: { attribution: [first, second, third] } });
    made.run('source/merge', { keep, merge });
    const { attribution } = made.the(id);
    expect(attribution.map(({ manner }) => manner)).toEqual(['on-record', 'anonymous']);
    expect(attribution[0]?.anchor?.exact).toBe('The paper');
  });
});
