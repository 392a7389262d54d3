import { describe, expect, test } from 'vitest';
import { type RecoveryReport, emptyReport, isCalm } from './recovery.ts';
import { recoverySentences } from './recovery-words.ts';

const empty = emptyReport('2026-03-15T12:00:00.000Z');
const nothingMissing = empty.missing;
const torn = { file: 'journal/000001.jsonl', line: 7, problem: 'incomplete' } as const;
const damaged = { file: 'journal/000001.jsonl', line: 3, problem: 'damaged' } as const;

function said(report: Partial<RecoveryReport>): string[] {
  return recoverySentences({ ...empty, ...report });
}

describe('a case that is whole', () => {
  test('is told in a line, and where the rest is kept', () => {
    const report = {
      outcome: 'repaired' as const,
      found: [torn],
      keptIn: 'damaged-2026',
    } satisfies Partial<RecoveryReport>;
    expect(said(report)).toEqual([
      'The last line of the journal was incomplete and was cut off. Everything that was saved is there.',
      '“journal/000001.jsonl, line 7” is incomplete: Assay or the computer stopped while it was being written.',
      'The files as they were found are kept in “damaged-2026”.',
    ]);
    expect(isCalm({ ...empty, ...report })).toBe(true);
  });

  test('of a lost last change is not passed off as calm', () => {
    const missing = { ...nothingMissing, changes: [{ from: 7, to: 7, isHeld: false }] };
    const report = { found: [{ ...torn, problem: 'damaged' as const }], missing };
    expect(said(report)).toContain('What change 7 did may be lost.');
    expect(isCalm({ ...empty, ...report })).toBe(false);
  });

  test('of another format says so', () => {
    expect(said({ newerFormat: 9 })[0]).toContain('made by a newer Assay (format 9)');
    expect(said({ upgrade: { from: 1, to: 2, keptIn: 'before-format-2.assay' } })).toEqual([
      'This case was of an older format (1; now 2).',
      'It is kept as it was in “before-format-2.assay”, which the older Assay opens.',
    ]);
  });
});

test('a damaged journal is told with all that is missing, and what would be kept', () => {
  const report = {
    outcome: 'recoverable',
    found: [damaged],
    rebuilt: { records: 250, changes: 12 },
    missing: {
      changes: [
        { from: 3, to: 5, isHeld: false },
        { from: 8, to: 8, isHeld: false },
        { from: 9, to: 9, isHeld: true },
      ],
      outdated: [{ document: null, name: '', changes: [{ from: 3, to: 3 }] }],
      records: [
        { id: 'tag-1', type: 'tag', name: 'War', loss: 'left-out' },
        { id: 'case-1', type: 'case', name: '', loss: 'stand-in' },
      ],
    },
  } satisfies Partial<RecoveryReport>;
  expect(said(report)).toEqual([
    'The journal is damaged. 250 records can be recovered.',
    '“journal/000001.jsonl, line 3” is damaged.',
    'What changes 3–5 and 8 did may be lost.',
    'What change 9 did is there; only the record of it is lost.',
    'Sources, the codebook and the case’s details may lack what change 3 did.',
    'Tag “War”: left out, because it or what it belongs to is lost.',
    'Case “case-1”: unknown; a new record stands in for it.',
    'If it is recovered, the files as they are now are kept in a folder “damaged-…” of the case.',
  ]);
  expect(isCalm({ ...empty, ...report })).toBe(false);
});
