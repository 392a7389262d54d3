import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyDiff } from '../core/diff.ts';
import { CaseBuilder } from '../testing/case-builder.ts';
import { jeffreysEstimate, trackRecord } from './track-record.ts';

test('what a source originates counts for it, what it relays does not', () => {
  const build = new CaseBuilder();
  const wire = build.source('Littoral');
  const official = build.source('A security official', { kind: 'anonymous-person' });
  const document = build.document('One burned. Two burned. Three burned.');
  const own = build.claim(document, 'One burned', [wire]);
  const relayed = build.claim(document, 'Two burned', [wire, official]);
  build.claim(document, 'Three burned', [wire, official]);
  build.rate(own, 'verdict', 'supported');
  build.rate(relayed, 'verdict', 'refuted');
  const view = build.view();

  expect(trackRecord(view, wire)).toMatchObject({
    originated: 1,
    relayed: 2,
    verdicts: { supported: 1, refuted: 0, open: 0, unverifiable: 0 },
    estimate: { mean: 0.75 },
  });
  expect(trackRecord(view, official)).toMatchObject({
    originated: 2,
    relayed: 0,
    verdicts: { supported: 0, refuted: 1, open: 1, unverifiable: 0 },
    estimate: { mean: 0.25 },
  });
});

test('a source with open and unverifiable claims only has no record', () => {
  const build = new CaseBuilder();
  const paper = build.source('Courier');
  const document = build.document('It burned. It sank.');
  build.claim(document, 'It burned', [paper]);
  build.rate(build.claim(document, 'It sank', [paper]), 'verdict', 'unverifiable');
  const record = trackRecord(build.view(), paper);
  expect(record.verdicts).toEqual({ open: 1, supported: 0, refuted: 0, unverifiable: 1 });
  expect(record.estimate).toBeNull();
});

test('publishing a document is not being cited by it', () => {
  const build = new CaseBuilder();
  const paper = build.source('Courier');
  build.document('It burned.', { publisher: paper, date: '2026-03-10' });
  expect(trackRecord(build.view(), paper)).toEqual({
    originated: 0,
    relayed: 0,
    verdicts: { open: 0, supported: 0, refuted: 0, unverifiable: 0 },
    estimate: null,
    lastCited: null,
  });
});

test('last cited is the latest date, by what the dates mean and not by their letters', () => {
  const build = new CaseBuilder();
  const paper = build.source('Courier');
  for (const date of ['2026-02', null, '2026-02-27', '2025-12-31']) {
    build.claim(build.document('It burned.', { date }), 'It burned', [paper]);
  }
  expect(trackRecord(build.view(), paper).lastCited).toBe('2026-02');
});

test('a document without a date, or one that is lost, is passed over', () => {
  const build = new CaseBuilder();
  const paper = build.source('Courier');
  const lost = build.document('It burned.', { date: '2026-03-10' });
  const undated = build.document('It burned.');
  const old = build.document('It burned.', { date: '1969-05-01' });
  for (const document of [lost, undated, old]) build.claim(document, 'It burned', [paper]);
  const view = build.view();
  view.apply({ ...emptyDiff, removed: [build.the(lost)] });
  expect(trackRecord(view, paper).lastCited).toBe('1969-05-01');
});

test('no verdicts give no estimate, and as many of either kind give an even one', () => {
  expect(jeffreysEstimate(0, 0)).toBeNull();
  expect(jeffreysEstimate(2, 2)?.mean).toBe(0.5);
});

// Computed independently with SciPy 1.17 (scipy.stats.beta).
test.each([
  [1, 0, 0.75, 0.22851981380632877, 0.9984570806973271],
  [3, 1, 0.7, 0.34929278341332504, 0.9539928110963083],
  [10, 2, 0.8076923076923077, 0.6100412147611468, 0.9502665037466224],
])(
  '%d supported and %d refuted give the estimate that SciPy gives',
  (supported, refuted, ...expected) => {
    const estimate = jeffreysEstimate(supported, refuted);
    const values = [estimate?.mean, estimate?.low, estimate?.high];
    values.forEach((value, index) => {
      expect(value).toBeCloseTo(expected[index] ?? NaN, 11);
    });
  },
);

test('an estimate lies in its interval, and supported and refuted are mirror images', () => {
  const counts = fc.integer({ min: 0, max: 300 });
  fc.assert(
    fc.property(counts, counts, (supported, refuted) => {
      const estimate = jeffreysEstimate(supported, refuted);
      const mirrored = jeffreysEstimate(refuted, supported);
      if (estimate === null || mirrored === null) {
        expect(supported + refuted).toBe(0);
        return;
      }
      expect(estimate.low).toBeLessThan(estimate.mean);
      expect(estimate.mean).toBeLessThan(estimate.high);
      expect(estimate.low).toBeCloseTo(1 - mirrored.high, 9);
    }),
  );
});
