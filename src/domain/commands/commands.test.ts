import { describe, expect, test } from 'vitest';
import { aCase } from '../testing/a-case.ts';
import { claim, make, nth, problemsIn, source, there } from '../testing/made-records.ts';
import { brief } from '../core/brief.ts';

describe('removing', () => {
  test('a document takes its highlights and claims along, with their ratings and links', () => {
    const made = aCase({ documents: ['NATO [left] Baghdad.', 'It [stayed].'] });
    const gone = claim(made, 0);
    const stays = claim(made, 1);
    const rating = make(made, 'rating', 'rating/add', {
      subjects: [gone],
      scale: 'verdict',
      value: 'refuted',
    });
    const link = make(made, 'link', 'link/create', { from: stays, to: gone, kind: 'contradicts' });
    made.run('document/remove', { documents: [nth(made.documents, 0)] });
    expect(there(made, gone, rating, link, nth(made.highlights, 0))).toEqual(Array(4).fill(false));
    expect(there(made, stays, nth(made.highlights, 1))).toEqual([true, true]);
    expect(problemsIn(made)).toEqual([]);
  });

  test('a document leaves the claims of others, without its words as evidence', () => {
    const made = aCase({ documents: ['NATO [left] Baghdad.', 'It [stayed].'] });
    const kept = claim(made, 0);
    const [own, other] = [nth(made.highlights, 0), nth(made.highlights, 1)];
    made.run('claim/evidence', { claim: kept, add: [{ highlight: other }] });
    made.run('document/remove', { documents: [nth(made.documents, 1)] });
    expect(made.the(kept).highlights).toEqual([own]);
  });

  test('a highlight takes along the claims that have no other words of their document', () => {
    const made = aCase({ documents: ['[One] and [two].', '[Three].'] });
    const [one, two, three] = made.highlights;
    const alone = claim(made, 0);
    const twofold = claim(made, 0);
    const elsewhere = claim(made, 0);
    made.run('claim/evidence', {
      claim: twofold,
      add: [{ highlight: nth(made.highlights, 2) }, { highlight: nth(made.highlights, 1) }],
    });
    made.run('claim/evidence', { claim: elsewhere, add: [{ highlight: nth(made.highlights, 2) }] });
    made.run('highlight/remove', { highlights: [nth(made.highlights, 0)] });
    expect(there(made, alone, elsewhere)).toEqual([false, false]);
    expect(made.the(twofold).highlights).toEqual([two, three]);
    expect(one && made.view.get(one)).toBeUndefined();
    expect(problemsIn(made)).toEqual([]);
  });

  test('a claim leaves its highlight', () => {
    const made = aCase({ documents: ['NATO [left] Baghdad.'] });
    made.run('claim/remove', { claims: [claim(made)] });
    expect(there(made, nth(made.highlights, 0))).toEqual([true]);
  });

  test('what is already gone is no error', () => {
    const made = aCase({ documents: ['NATO [left] Baghdad.'] });
    const claims = [claim(made)];
    made.run('claim/remove', { claims });
    expect(made.run('claim/remove', { claims })).toEqual({ created: [], updated: [], removed: [] });
  });
});

test('a link that is turned round has its ends changed and nothing else', () => {
  const made = aCase({ documents: ['[One] and [two].'] });
  const [from, to] = [claim(made, 0), claim(made, 1)];
  const link = make(made, 'link', 'link/create', { from, to, kind: 'updates', note: 'Later' });
  const before = made.the(link);
  made.run('link/turn', { link });
  expect(made.the(link)).toEqual({ ...before, from: to, to: from });
});

test('a case is created once', () => {
  const made = aCase();
  const analyst = made.the(made.analyst);
  expect(made.refused('case/create', { name: 'Again', analyst }).code).toBe('command/invalid');
});

test('a command that changes nothing has an empty diff', () => {
  const made = aCase({ documents: ['[One].'] });
  const highlight = nth(made.highlights, 0);
  const { name } = made.the(made.analyst);
  const empty = { created: [], updated: [], removed: [] };
  expect(made.run('highlight/update', { highlight, changes: { note: '' } })).toEqual(empty);
  expect(made.run('case/update', { name: 'Test' })).toEqual(empty);
  expect(made.run('analyst/put', { type: 'analyst', id: made.analyst, name })).toEqual(empty);
});

test('input that does not fit is refused with the field that does not', () => {
  const made = aCase();
  expect(made.attempt('tag/create', { name: '' })).toMatchObject({
    error: { code: 'command/invalid', facts: { command: 'tag/create' } },
  });
  expect(made.attempt('tag/create', { name: 'a', __proto__: null, colour: 99 }).ok).toBe(false);
  expect(made.attempt('tag/create', JSON.parse('{"name":"a","__proto__":{"key":"1"}}')).ok).toBe(
    false,
  );
  expect(made.attempt('no/such', {}).ok).toBe(false);
});

test('labels say what was done to what', () => {
  const made = aCase({
    documents: ['NATO [left] Baghdad, so a long statement that goes on and on and on says.'],
  });
  const reuters = source(made, 'Reuters');
  const id = claim(made);
  const rating = {
    ...{ subjects: [reuters], value: 'B' },
    scale: 'admiralty-reliability' as const,
  };
  expect(made.label('rating/add', rating)).toBe('Rate “Reuters” B');
  const verdict = { subjects: [id], scale: 'verdict' as const, value: 'refuted' };
  expect(made.label('rating/add', verdict)).toBe('Verdict on “left”: Refuted');
  expect(made.label('document/remove', { documents: made.documents })).toBe('Remove “Document 1”');
  expect(made.label('claim/update', { claim: id, changes: { hedge: 'denied' } })).toBe(
    'Change the hedge of “left”',
  );
  expect(made.label('source/merge', { keep: reuters, merge: source(made, 'AP') })).toBe(
    'Merge “AP” into “Reuters”',
  );
  expect(made.label('claim/remove', { claims: [id, id] })).toBe('Remove 2 claims');
});

test('a brief text ends between graphemes', () => {
  expect(brief('short')).toBe('short');
  const family = '👨‍👩‍👧‍👦';
  expect(brief(`${'x'.repeat(35)}${family} and more`)).toBe(`${'x'.repeat(35)}…`);
});
