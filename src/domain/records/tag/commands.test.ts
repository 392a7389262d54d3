import { describe, expect, test } from 'vitest';
import { emptyDiff } from '../../core/diff.ts';
import { type TestCase, aCase } from '../../testing/a-case.ts';
import { claim, make, nth, tag, there } from '../../testing/made-records.ts';
import { fixedSteps, walk } from '../../testing/random-walk.ts';
import { childrenOf } from './commands.ts';
import { type TagId, tagColours } from './record.ts';

describe('tags', () => {
  test('siblings need different names, and a key belongs to one tag', () => {
    const made = aCase();
    const people = tag(made, 'People');
    const places = tag(made, 'Places');
    made.run('tag/update', { tag: people, changes: { key: '1' } });
    expect(made.refused('tag/create', { name: 'People' })).toMatchObject({
      code: 'tag/duplicate',
      facts: { name: 'People' },
    });
    expect(made.refused('tag/update', { tag: places, changes: { name: 'People' } }).code).toBe(
      'tag/duplicate',
    );
    expect(made.refused('tag/update', { tag: places, changes: { key: '1' } })).toMatchObject({
      code: 'tag/key-taken',
      facts: { key: '1', name: 'People' },
    });
    expect(made.attempt('tag/create', { name: 'People', parent: places }).ok).toBe(true);
  });

  test('cannot be moved or merged into themselves', () => {
    const made = aCase();
    const top = tag(made, 'Top');
    const below = tag(made, 'Below', top);
    const cycle = { code: 'tag/cycle', facts: { name: 'Top' } };
    for (const parent of [top, below])
      expect(made.refused('tag/move', { tag: top, parent, before: null })).toMatchObject(cycle);
    expect(made.refused('tag/merge', { keep: below, merge: top })).toMatchObject(cycle);
  });

  test('move before a sibling, to the start or the end, and into another tag', () => {
    const made = aCase();
    const [a, b, c] = [tag(made, 'a'), tag(made, 'b'), tag(made, 'c')];
    made.run('tag/move', { tag: c, parent: null, before: b });
    expect(namesUnder(made, null)).toEqual(['a', 'c', 'b']);
    made.run('tag/move', { tag: b, parent: null, before: a });
    expect(namesUnder(made, null)).toEqual(['b', 'a', 'c']);
    made.run('tag/move', { tag: b, parent: null, before: null });
    expect(namesUnder(made, null)).toEqual(['a', 'c', 'b']);
    made.run('tag/move', { tag: b, parent: a, before: null });
    made.run('tag/move', { tag: c, parent: a, before: b });
    expect(namesUnder(made, a)).toEqual(['c', 'b']);
  });

  test('that are moved to where they are do not change', () => {
    const made = aCase();
    tag(made, 'a');
    const last = tag(made, 'b');
    expect(made.run('tag/move', { tag: last, parent: null, before: null })).toEqual(emptyDiff);
  });

  test('have the next colour of the palette at the top, and that of their parent below', () => {
    const made = aCase();
    const tops = Array.from({ length: tagColours + 1 }, (_, index) => tag(made, `Tag ${index}`));
    const colours = tops.map((id) => made.the(id).colour);
    expect(colours).toEqual([...Array.from({ length: tagColours }, (_, index) => index + 1), 1]);
    expect(made.the(tag(made, 'Below', nth(tops, 2))).colour).toBe(3);
  });

  test('begin with nothing said of them, unless something is', () => {
    const made = aCase();
    const plain = { name: 'a', parent: null, definition: '', key: null };
    expect(made.the(make(made, 'tag', 'tag/create', { name: 'a' }))).toMatchObject(plain);
    const details = { ...plain, name: 'b', colour: 8, definition: 'Whatever is b.', key: '0' };
    expect(made.the(make(made, 'tag', 'tag/create', details))).toMatchObject(details);
  });

  test('merging moves uses and children, each use once', () => {
    const made = aCase({ documents: ['[Some] [words].'] });
    const [keep, merge, other] = [tag(made, 'War'), tag(made, 'war'), tag(made, 'Other')];
    const child = tag(made, 'Air war', merge);
    const [both, one] = [nth(made.highlights, 0), nth(made.highlights, 1)];
    made.run('highlight/tag', { highlights: [both], add: [merge, other, keep] });
    made.run('highlight/tag', { highlights: [one], add: [merge] });
    const tagged = claim(made);
    made.run('claim/tag', { claims: [tagged], add: [merge] });
    made.run('tag/merge', { keep, merge });
    expect(made.the(both).tags).toEqual([other, keep]);
    expect(made.the(one).tags).toEqual([keep]);
    expect(made.the(tagged).tags).toEqual([keep]);
    expect(made.the(child).parent).toBe(keep);
    expect(there(made, merge)).toEqual([false]);
  });

  test('deleting takes them off everything; those below move up or go too', () => {
    for (const children of ['move-up', 'remove'] as const) {
      const made = aCase({ documents: ['[Words].'] });
      const top = tag(made, 'Top');
      const middle = tag(made, 'Middle', top);
      const bottom = tag(made, 'Bottom', middle);
      const highlight = nth(made.highlights, 0);
      made.run('highlight/tag', { highlights: [highlight], add: [middle, bottom] });
      made.run('tag/remove', { tag: middle, children });
      expect(made.the(highlight).tags).toEqual(children === 'remove' ? [] : [bottom]);
      expect(made.view.get(bottom)?.parent).toBe(children === 'remove' ? undefined : top);
    }
  });

  describe('whose children would have a namesake', () => {
    test('are not merged', () => {
      const made = aCase();
      const [keep, merge] = [tag(made, 'War'), tag(made, 'war')];
      tag(made, 'Air', keep);
      const air = tag(made, 'Air', merge);
      expect(made.refused('tag/merge', { keep, merge })).toMatchObject({
        code: 'tag/child-duplicate',
        facts: { name: 'Air', parent: 'War' },
        message:
          'There would be two tags “Air” under “War”. Rename one of them, or merge the two, first. Nothing was changed.',
      });
      expect(made.the(air).parent).toBe(merge);
      made.run('tag/update', { tag: air, changes: { name: 'Air war' } });
      made.run('tag/merge', { keep, merge });
      expect(namesUnder(made, keep)).toEqual(['Air', 'Air war']);
    });

    test('are not deleted with those below moved up', () => {
      const made = aCase();
      tag(made, 'Air');
      const war = tag(made, 'War');
      const air = tag(made, 'Air', war);
      const remove = { tag: war, children: 'move-up' } as const;
      expect(made.refused('tag/remove', remove)).toMatchObject({
        code: 'tag/child-duplicate',
        facts: { name: 'Air', parent: null },
        message:
          'There would be two tags “Air” at the top. Rename one of them, or merge the two, first. Nothing was changed.',
      });
      made.run('tag/remove', { ...remove, children: 'remove' });
      expect(there(made, war, air)).toEqual([false, false]);
    });

    test('are moved up or merged where that is only the tag that goes', () => {
      const made = aCase();
      const [war, other] = [tag(made, 'War'), tag(made, 'Other')];
      const below = tag(made, 'War', war);
      made.run('tag/remove', { tag: war, children: 'move-up' });
      expect(namesUnder(made, null)).toEqual(['War', 'Other']);
      const inner = tag(made, 'Other', other);
      tag(made, 'Inner', inner);
      made.run('tag/merge', { keep: other, merge: inner });
      expect(namesUnder(made, other)).toEqual(['Inner']);
      expect(there(made, below)).toEqual([true]);
    });

    test('are left by no sequence of commands', () => {
      walk(fixedSteps(4_000), ({ view }) => {
        const places = [...view.all('tag')].map(({ name, parent }) => `${parent ?? ''} ${name}`);
        expect(new Set(places).size).toBe(places.length);
      });
    });
  });
});

function namesUnder({ view }: TestCase, parent: TagId | null): string[] {
  return childrenOf(view, parent).map(({ name }) => name);
}
