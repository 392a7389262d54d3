import { expect, test } from 'vitest';
import { type ClaimFacts, attributionLine, claimFacts } from './claim-facts.ts';
import { emptyDiff } from '../core/diff.ts';
import { CaseBuilder } from '../testing/case-builder.ts';

function factsOfTheFirst(build: CaseBuilder): ClaimFacts {
  const view = build.view();
  const [claim] = view.all('claim');
  if (claim === undefined) throw new Error('There is no claim');
  return claimFacts(view, claim);
}

test('a claim is told with the names of what it refers to, and the letter of its origin', () => {
  const build = new CaseBuilder();
  const paper = build.source('Courier');
  const official = build.source('An official');
  const document = build.document('It burned.', { title: 'Fire', date: '2026-03-14' });
  const hops = [
    build.hop(paper, 'on-record', document),
    build.hop(official, 'anonymous', document, 'It'),
  ];
  const claim = build.claim(document, 'burned', hops, { tags: [build.tag('Cause')] });
  build.rate(paper, 'admiralty-reliability', 'A');
  build.rate(official, 'admiralty-reliability', 'D');
  build.rate(claim, 'admiralty-credibility', '4');
  build.rate(claim, 'verdict', 'refuted');
  const facts = factsOfTheFirst(build);
  expect(facts).toMatchObject({
    ...{ chain: ['Courier', 'An official'], origin: 'An official' },
    ...{ reliability: 'D', credibility: '4', verdict: 'refuted', tags: [{ name: 'Cause' }] },
    ...{ document: 'Fire', documentDate: '2026-03-14', chainNumbers: ['S1', 'S2'] },
  });
  expect(attributionLine(facts)).toBe('Courier (on record) → An official (anonymous)');
});

test('a claim that nobody is named for, in a document without a date, says so', () => {
  const build = new CaseBuilder();
  build.claim(build.document('It burned.'), 'burned');
  const facts = factsOfTheFirst(build);
  expect(facts).toMatchObject({
    ...{ chain: [], origin: null, reliability: null, credibility: null },
    ...{ verdict: 'open', tags: [], documentDate: null },
  });
  expect(attributionLine(facts)).toBe('');
});

test('of what a damaged case has lost, a claim tells nothing', () => {
  const build = new CaseBuilder();
  const paper = build.source('Courier');
  const document = build.document('It burned.', { date: '2026-03-14' });
  const tag = build.tag('Cause');
  const claim = build.claim(document, 'burned', [paper], { tags: [tag] });
  const view = build.view();
  view.apply({ ...emptyDiff, removed: [build.the(paper), build.the(document), build.the(tag)] });
  const facts = claimFacts(view, build.the(claim));
  expect(facts).toMatchObject({
    ...{ chain: [''], chainNumbers: [''], origin: '', tags: [] },
    ...{ document: '', documentDate: null },
  });
  expect(attributionLine({ ...facts, chain: [] })).toBe(' (on record)');
});
