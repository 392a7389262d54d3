import { expect, test } from 'vitest';
import { gradeBadge, originOf, relaysOf } from './attribution.ts';
import { CaseBuilder } from '../testing/case-builder.ts';
import type { SourceId } from '../records/source/record.ts';

function claimOf(chain: (build: CaseBuilder) => SourceId[]) {
  const build = new CaseBuilder();
  const sources = chain(build);
  const id = build.claim(build.document('It burned.'), 'It burned', sources);
  const view = () => build.view();
  const claim = build.view().get(id);
  if (claim === undefined) throw new Error('The claim is not in its case');
  return { build, view, claim, sources };
}

test('the origin is the last of the chain, the relays are all before it', () => {
  const { claim, sources } = claimOf((build) =>
    ['Madar', 'Ledger', 'Littoral'].map((n) => build.source(n)),
  );
  expect(originOf(claim)).toBe(sources[2]);
  expect(relaysOf(claim)).toEqual(sources.slice(0, 2));
});

test('a claim that nobody is named for has no origin, no relays and no letter', () => {
  const { view, claim } = claimOf(() => []);
  expect(originOf(claim)).toBeNull();
  expect(relaysOf(claim)).toEqual([]);
  expect(gradeBadge(view(), claim)).toEqual({ reliability: null, credibility: null });
});

test('a relay that stands twice in the chain is one relay', () => {
  const { claim, sources } = claimOf((build) => {
    const paper = build.source('Courier');
    return [paper, paper, build.source('Official')];
  });
  expect(relaysOf(claim)).toEqual([sources[0]]);
});

test('the badge takes the letter of the origin, not of the paper that prints it', () => {
  const { build, view, claim, sources } = claimOf((builder) => [
    builder.source('Courier'),
    builder.source('Official'),
  ]);
  const [paper, official] = sources;
  if (paper === undefined || official === undefined) throw new Error('The chain has two sources');
  build.rate(paper, 'admiralty-reliability', 'A');
  expect(gradeBadge(view(), claim)).toEqual({ reliability: null, credibility: null });
  build.rate(official, 'admiralty-reliability', 'D');
  build.rate(claim.id, 'admiralty-credibility', '4');
  expect(gradeBadge(view(), claim)).toEqual({ reliability: 'D', credibility: '4' });
});
