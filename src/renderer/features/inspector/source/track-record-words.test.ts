import { describe, expect, it } from 'vitest';
import { CaseBuilder } from '../../../../domain/testing/case-builder.ts';
import { trackRecord } from '../../../../domain/analysis/track-record.ts';
import { trackRecordWords } from './track-record-words.ts';

describe('a track record in words', () => {
  it('says that nobody cites the source', () => {
    const build = new CaseBuilder();
    const source = build.source('Nobody');
    expect(trackRecordWords(trackRecord(build.view(), source))).toEqual(['No claim names it yet.']);
  });

  it('claims no record without a verdict', () => {
    const build = new CaseBuilder();
    const source = build.source('Militia');
    const document = build.document('One. Two.', { date: '2026-03-14' });
    build.claim(document, 'One', [source]);
    expect(trackRecordWords(trackRecord(build.view(), source))).toEqual([
      'Origin of 1 claim, relay of 0 claims.',
      'No record: none of the claims it originates is supported or refuted yet.',
      'Not counted: 1 open.',
      'Last cited 14 March 2026.',
    ]);
  });

  it('says how often it was right, and how sure that is', () => {
    const build = new CaseBuilder();
    const source = build.source('Agency');
    const document = build.document('One. Two. Three.');
    for (const [words, verdict] of [
      ['One', 'supported'],
      ['Two', 'supported'],
      ['Three', 'refuted'],
    ] as const) {
      build.rate(build.claim(document, words, [source]), 'verdict', verdict);
    }
    expect(trackRecordWords(trackRecord(build.view(), source))[1]).toMatch(
      /^2 of 3 concluded claims supported: right about 63 % of the time \(90 % interval 24 % to 94 %\)\.$/,
    );
  });
});
