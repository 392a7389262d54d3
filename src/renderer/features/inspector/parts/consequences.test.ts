import { describe, expect, it } from 'vitest';
import { CaseBuilder } from '../../../../domain/testing/case-builder.ts';
import { listed, removalOf } from './consequences.ts';

describe('what a removal takes along', () => {
  it('counts what goes and what only loses something', () => {
    const build = new CaseBuilder();
    const document = build.document('The port burned. Ten died.');
    const other = build.document('The port burned down.');
    const claim = build.claim(document, 'Ten died');
    const elsewhere = build.claim(other, 'burned down', [], {
      highlights: [build.highlight(other, 'port burned'), build.highlight(document, 'port burned')],
    });
    build.rate(claim, 'verdict', 'supported');
    build.link(claim, 'elaborates', elsewhere);
    const { removed, changed } = removalOf(build.view(), [document]);
    expect(removed).toEqual({ highlight: 2, claim: 1, rating: 1, link: 1 });
    expect(changed).toEqual({ claim: 1 });
    expect(listed(removed, ['highlight', 'claim', 'link'])).toBe(
      '2 highlights, 1 claim and 1 link',
    );
  });

  it('is nothing for what stands alone', () => {
    const build = new CaseBuilder();
    const tag = build.tag('Alone');
    expect(removalOf(build.view(), [tag])).toEqual({ removed: {}, changed: {} });
    expect(listed({}, ['claim'])).toBe('');
  });
});
