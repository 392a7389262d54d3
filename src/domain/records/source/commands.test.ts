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
      expect(made.refused('source/update', { source: top, changes: { parent } }).code).toBe(
        'source/cycle',
      );
  });
});
