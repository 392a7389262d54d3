import { describe, expect, test } from 'vitest';
import { aCase } from '../../testing/a-case.ts';
import { claim, make, nth, source } from '../../testing/made-records.ts';

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
