import { describe, expect, test } from 'vitest';
import { aCase } from '../../testing/a-case.ts';
import { claim, make, nth, tag } from '../../testing/made-records.ts';

describe('a highlight', () => {
  test('has no tags and no note, or those that it is made with', () => {
    const made = aCase({ documents: ['NATO [left] Baghdad.'] });
    expect(made.the(nth(made.highlights, 0))).toMatchObject({ tags: [], note: '' });
    const place = { document: nth(made.documents, 0), ranges: [{ start: 0, end: 4 }] };
    const marks = { tags: [tag(made, 'War')], note: 'Sure?' };
    const id = make(made, 'highlight', 'highlight/create', { ...place, ...marks });
    expect(made.the(id)).toMatchObject(marks);
  });

  test('moves to other words with what is said of it, unless that changes too', () => {
    const made = aCase({ documents: ['NATO [left] Baghdad.'] });
    const highlight = nth(made.highlights, 0);
    const marks = { tags: [tag(made, 'War')], note: 'Sure?' };
    made.run('highlight/update', { highlight, changes: marks });
    expect(made.the(highlight)).toMatchObject(marks);
    const ranges = [{ start: 10, end: 17 }];
    made.run('highlight/update', { highlight, changes: { ranges } });
    expect(made.the(highlight)).toMatchObject({ ...marks, spans: [{ exact: 'Baghdad' }] });
    made.run('highlight/update', { highlight, changes: { ranges, note: 'Yes' } });
    expect(made.the(highlight)).toMatchObject({ ...marks, note: 'Yes' });
  });

  test('cannot lie outside its text', () => {
    const made = aCase({ documents: ['NATO [left] Baghdad.'] });
    const ranges = [{ start: 10, end: 99 }];
    const outside = { code: 'highlight/outside-text', facts: { document: 'Document 1' } };
    const document = nth(made.documents, 0);
    expect(made.refused('highlight/create', { document, ranges })).toMatchObject(outside);
    const highlight = nth(made.highlights, 0);
    const move = { highlight, changes: { ranges } };
    expect(made.refused('highlight/update', move)).toMatchObject(outside);
  });

  test('takes tags and lets them go, also several at once', () => {
    const made = aCase({ documents: ['[One] and [two].'] });
    const [war, air] = [tag(made, 'War'), tag(made, 'Air')];
    made.run('highlight/tag', { highlights: made.highlights, add: [war] });
    made.run('highlight/tag', { highlights: made.highlights, add: [air], remove: [war] });
    expect(made.highlights.map((id) => made.the(id).tags)).toEqual([[air], [air]]);
  });
});

test('removing two highlights of a claim one after the other keeps it for the third', () => {
  const made = aCase({ documents: ['[One], [two], [three].'] });
  const [one, two, three] = made.highlights;
  if (!one || !two || !three) throw new Error('Words are not highlighted');
  const id = claim(made);
  made.run('claim/evidence', { claim: id, add: [{ highlight: two }, { highlight: three }] });
  made.run('highlight/remove', { highlights: [one, two] });
  expect(made.the(id).highlights).toEqual([three]);
});
