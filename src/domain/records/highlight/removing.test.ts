import { describe, expect, test } from 'vitest';
import { aCase } from '../../testing/a-case.ts';
import { claimsLostWith } from './commands.ts';

describe('the claims that go with a highlight', () => {
  test('are those that no other highlight of their document holds, whatever other documents say', () => {
    const made = aCase({ documents: ['NATO [left] [Baghdad] on [Monday].', 'It [left].'] });
    const [left, baghdad, monday, elsewhere] = made.highlights;
    if (!left || !baghdad || !monday || !elsewhere) throw new Error('Words are not highlighted');
    const [alone] = made.run('claim/create', { on: { highlight: left } }).created;
    if (alone?.type !== 'claim') throw new Error('No claim was made');
    made.run('claim/evidence', { claim: alone.id, add: [{ highlight: elsewhere }] });
    const [twice] = made.run('claim/create', { on: { highlight: baghdad } }).created;
    if (twice?.type !== 'claim') throw new Error('No claim was made');
    made.run('claim/evidence', { claim: twice.id, add: [{ highlight: monday }] });

    expect(lost(left)).toEqual([alone.id]);
    expect(lost(elsewhere)).toEqual([]);
    expect(lost(baghdad)).toEqual([]);
    expect(lost(left, baghdad, monday)).toEqual([alone.id, twice.id]);

    const foretold = lost(left, baghdad);
    const { removed } = made.run('highlight/remove', { highlights: [left, baghdad] });
    expect(removed.filter(({ type }) => type === 'claim').map(({ id }) => id)).toEqual(foretold);
    expect(made.the(twice.id).highlights).toEqual([monday]);

    function lost(...gone: (typeof made.highlights)[number][]) {
      return claimsLostWith(made.view, new Set(gone)).map(({ id }) => id);
    }
  });
});
