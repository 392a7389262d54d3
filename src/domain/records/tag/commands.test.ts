import { describe, expect, test } from 'vitest';
import { aCase } from '../../testing/a-case.ts';
import { claim, nth, tag } from '../../testing/made-records.ts';
import { childrenOf } from './commands.ts';

describe('tags', () => {
  test('siblings need different names, and a key belongs to one tag', () => {
    const made = aCase();
    const people = tag(made, 'People');
    const places = tag(made, 'Places');
    made.run('tag/update', { tag: people, changes: { key: '1' } });
    expect(made.refused('tag/create', { name: 'People' }).code).toBe('tag/duplicate');
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
    const move = { tag: top, parent: below, before: null };
    expect(made.refused('tag/move', move).code).toBe('tag/cycle');
    expect(made.refused('tag/merge', { keep: below, merge: top }).code).toBe('tag/cycle');
  });

  test('move before a sibling, to the end, and into another tag', () => {
    const made = aCase();
    const [a, b, c] = [tag(made, 'a'), tag(made, 'b'), tag(made, 'c')];
    made.run('tag/move', { tag: c, parent: null, before: b });
    expect(childrenOf(made.view, null).map(({ name }) => name)).toEqual(['a', 'c', 'b']);
    made.run('tag/move', { tag: a, parent: null, before: null });
    expect(childrenOf(made.view, null).map(({ name }) => name)).toEqual(['c', 'b', 'a']);
    made.run('tag/move', { tag: b, parent: a, before: null });
    expect(childrenOf(made.view, a).map(({ id }) => id)).toEqual([b]);
  });

  test('merging moves uses and children, each use once', () => {
    const made = aCase({ documents: ['[Words].'] });
    const [keep, merge] = [tag(made, 'War'), tag(made, 'war')];
    const child = tag(made, 'Air war', merge);
    const highlight = nth(made.highlights, 0);
    made.run('highlight/tag', { highlights: [highlight], add: [merge, keep] });
    const tagged = claim(made);
    made.run('claim/tag', { claims: [tagged], add: [merge] });
    made.run('tag/merge', { keep, merge });
    expect(made.the(highlight).tags).toEqual([keep]);
    expect(made.the(tagged).tags).toEqual([keep]);
    expect(made.the(child).parent).toBe(keep);
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
});
