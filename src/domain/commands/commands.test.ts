import { describe, expect, test } from 'vitest';
import { integrityProblems } from '../integrity.ts';
import type { AnyId, ClaimId, SourceId, TagId } from '../model/ids.ts';
import type { AnyRecord } from '../model/records.ts';
import { type TestCase, aCase } from '../testing/a-case.ts';
import { brief } from './command.ts';
import type { CommandInput, CommandName } from './registry.ts';
import { childrenOf } from './tag.ts';

type IdOfType<T extends AnyRecord['type']> = Extract<AnyRecord, { type: T }>['id'];

// Runs a command and answers the id of the record of a type that it made.
function make<N extends CommandName, T extends AnyRecord['type']>(
  made: TestCase,
  type: T,
  name: N,
  input: CommandInput<N>,
): IdOfType<T> {
  const record = made.run(name, input).created.find((candidate) => candidate.type === type);
  if (record === undefined) throw new Error(`${name} made no ${type}`);
  return record.id as IdOfType<T>;
}

function source(made: TestCase, name: string, parent: SourceId | null = null): SourceId {
  return make(made, 'source', 'source/create', { name, kind: 'outlet', parent });
}

function tag(made: TestCase, name: string, parent: TagId | null = null): TagId {
  return make(made, 'tag', 'tag/create', { name, parent });
}

function claim(made: TestCase, highlight = 0, chain: readonly SourceId[] = []): ClaimId {
  const attribution = chain.map((id) => ({
    source: id,
    manner: 'on-record' as const,
    anchor: null,
  }));
  return make(made, 'claim', 'claim/create', {
    on: { highlight: nth(made.highlights, highlight) },
    attribution,
  });
}

function nth<T>(list: readonly T[], index: number): T {
  const entry = list[index];
  if (entry === undefined) throw new Error(`There is no entry ${index}`);
  return entry;
}

function sound(made: TestCase): void {
  expect(integrityProblems(made.view, made.view.records())).toEqual([]);
}

function there(made: TestCase, ...ids: AnyId[]): boolean[] {
  return ids.map((id) => made.view.get(id) !== undefined);
}

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
    sound(made);
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
    sound(made);
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
    sound(made);
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
      sound(made);
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

describe('claims', () => {
  test('start with the words, the publisher and nothing else', () => {
    const made = aCase();
    made.addDocument('NATO [left\nBaghdad] on Monday.', 'Paper');
    const [publisher] = made.view.all('source');
    const { statement, attribution, hedge, eventTime } = made.the(claim(made));
    expect({ statement, hedge, eventTime }).toEqual({
      statement: 'left Baghdad',
      hedge: 'asserted',
      eventTime: null,
    });
    expect(attribution).toEqual([]);
    const { document, ranges } = {
      document: nth(made.documents, 0),
      ranges: [{ start: 0, end: 4 }],
    };
    const second = make(made, 'claim', 'claim/create', { on: { document, ranges } });
    expect(made.the(second)).toMatchObject({
      statement: 'NATO',
      attribution: [{ source: publisher?.id, manner: 'on-record', anchor: null }],
    });
  });

  test('anchors of hops and times get their quote from the claim’s own document', () => {
    const made = aCase({ documents: ['Sources say NATO [left] on Monday.'] });
    const anonymous = source(made, 'Sources');
    const id = claim(made);
    made.run('claim/update', {
      claim: id,
      changes: {
        attribution: [{ source: anonymous, manner: 'anonymous', anchor: { start: 0, end: 11 } }],
        eventTime: { edtf: '2026-03-16', anchor: { start: 25, end: 31 } },
      },
    });
    const { attribution, eventTime } = made.the(id);
    expect(attribution[0]?.anchor?.exact).toBe('Sources say');
    expect(eventTime?.anchor?.exact).toBe('Monday');
    const outside = { eventTime: { edtf: '2026', anchor: { start: 30, end: 99 } } };
    expect(made.refused('claim/update', { claim: id, changes: outside }).code).toBe(
      'highlight/outside-text',
    );
  });

  test('keep words of their own document', () => {
    const made = aCase({ documents: ['[One].', '[Two].'] });
    const id = claim(made);
    const change = {
      claim: id,
      add: [{ highlight: nth(made.highlights, 1) }],
      remove: [nth(made.highlights, 0)],
    };
    expect(made.refused('claim/evidence', change).code).toBe('command/invalid');
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
