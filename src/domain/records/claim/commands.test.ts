import { describe, expect, test } from 'vitest';
import { aCase } from '../../testing/a-case.ts';
import { claim, make, nth, source, tag } from '../../testing/made-records.ts';

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
    const hop = { source: anonymous, manner: 'anonymous', anchor: { start: 0, end: 99 } } as const;
    for (const changes of [outside, { attribution: [hop] }])
      expect(made.refused('claim/update', { claim: id, changes })).toMatchObject({
        code: 'highlight/outside-text',
        facts: { document: 'Document 1' },
      });
    const on = { highlight: nth(made.highlights, 0) };
    expect(made.refused('claim/create', { on, ...outside }).code).toBe('highlight/outside-text');
    made.run('claim/update', { claim: id, changes: { eventTime: null, place: 'Baghdad' } });
    expect(made.the(id)).toMatchObject({ eventTime: null, place: 'Baghdad', attribution });
  });

  test('keep words of their own document', () => {
    const made = aCase({ documents: ['[One].', '[Two].'] });
    const id = claim(made);
    const change = {
      claim: id,
      add: [{ highlight: nth(made.highlights, 1) }],
      remove: [nth(made.highlights, 0)],
    };
    expect(made.refused('claim/evidence', change)).toMatchObject({
      code: 'command/invalid',
      facts: { command: 'claim/evidence', problem: 'a claim needs words of its own document' },
    });
  });

  test('say nothing but their words until more is said, or all that was said at once', () => {
    const made = aCase({ documents: ['NATO [left] Baghdad.'] });
    const on = { document: nth(made.documents, 0), ranges: [{ start: 0, end: 4 }] };
    const plain = made.the(make(made, 'claim', 'claim/create', { on }));
    const nothing = { tags: [], note: '' };
    expect(plain).toMatchObject({ statement: 'NATO', place: '', ...nothing });
    expect(made.the(nth(plain.highlights, 0))).toMatchObject(nothing);
    const details = {
      ...{ statement: 'It left', place: 'Baghdad', note: 'Sure?' },
      hedge: 'denied' as const,
      tags: [tag(made, 'War')],
    };
    const full = { ...details, on };
    expect(made.the(make(made, 'claim', 'claim/create', full))).toMatchObject(details);
  });

  test('get words as evidence, those that are highlighted and those that are not yet', () => {
    const made = aCase({ documents: ['[One] and two.', '[Three].'] });
    const id = claim(made);
    const [one, three] = [nth(made.highlights, 0), nth(made.highlights, 1)];
    const ranges = [{ start: 8, end: 11 }];
    const add = [{ highlight: three }, { document: nth(made.documents, 0), ranges }];
    const [added] = made.run('claim/evidence', { claim: id, add }).created;
    expect(added).toMatchObject({ type: 'highlight', tags: [], note: '' });
    expect(made.the(id).highlights).toEqual([one, three, added?.id]);
    made.run('claim/evidence', { claim: id, remove: [one] });
    expect(made.the(id).highlights).toEqual([added?.id, three]);
    const outside = [{ document: nth(made.documents, 0), ranges: [{ start: 0, end: 99 }] }];
    expect(made.refused('claim/evidence', { claim: id, add: outside }).code).toBe(
      'highlight/outside-text',
    );
  });
});
