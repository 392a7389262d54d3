import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { gradeBadge } from '../analysis/attribution.ts';
import { highlightsInOrder } from '../analysis/document-order.ts';
import { trackRecord } from '../analysis/track-record.ts';
import { commandNames } from '../commands/registry.ts';
import { type AnyId, type AnyRecord, recordTypes } from '../records/registry.ts';
import { CaseBuilder } from '../testing/case-builder.ts';
import { type WalkStep, chooser, walk } from '../testing/random-walk.ts';
import type { CaseView } from './case-state.ts';
import { type Diff, emptyDiff } from './diff.ts';
import { Reads, ReadsByRecord, readsTouchedBy } from './reads.ts';

// Many cases, each a long sequence of commands; a busy machine may take its time over them.
vi.setConfig({ testTimeout: 60_000 });

const choices = fc.array(fc.nat(1_000), { minLength: 20, maxLength: 20 });
const steps: fc.Arbitrary<WalkStep[]> = fc.array(
  fc.record({ command: fc.nat(commandNames.length - 1), choices }),
  { size: 'large', maxLength: 60 },
);

/**
 * Reads a case in one of countless ways: from a record, or from nothing, each look leads to records that the next one is
 * about. Answers all that it saw.
 */
function wander(view: CaseView, choose: (below: number) => number, from?: AnyId): unknown[] {
  const known: AnyId[] = from === undefined ? [] : [from];
  const seen: unknown[] = [];
  function learn(records: Iterable<AnyRecord>): void {
    const found = [...records];
    seen.push(found);
    for (const record of found) known.push(record.id, ...idsIn(record));
  }
  for (let looks = 1 + choose(6); looks > 0; looks -= 1) {
    const id = known[choose(known.length + 1)];
    const type = recordTypes[choose(recordTypes.length)] ?? 'claim';
    const question = choose(3);
    if (id === undefined) learn(view.all(type));
    else if (question === 0) learn([view.get(id)].filter((record) => record !== undefined));
    else if (question === 1) learn(view.referring(id, type));
    else seen.push(...view.referrers(id));
  }
  return seen;
}

// Every id a record holds, also the analyst of its stamp, which is no relation.
function idsIn(record: AnyRecord): AnyId[] {
  const written = JSON.stringify(record).match(/[a-z]+-[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];
  // What is written like an id in a record is one.
  return written as AnyId[];
}

type Select = (view: CaseView) => unknown;

// What screens read, of every record there is, and what nobody has thought of.
function selectors(view: CaseView, wanderings: readonly (readonly number[])[]): Select[] {
  return [
    ...Array.from(
      view.all('document'),
      ({ id }): Select =>
        (now) =>
          highlightsInOrder(now, id),
    ),
    ...Array.from(
      view.all('source'),
      ({ id }): Select =>
        (now) =>
          trackRecord(now, id),
    ),
    ...Array.from(
      view.all('claim'),
      (claim): Select =>
        (now) =>
          gradeBadge(now, claim),
    ),
    ...wanderings.map(
      (numbers): Select =>
        (now) =>
          wander(now, chooser(numbers)),
    ),
  ];
}

function aCase() {
  const builder = new CaseBuilder();
  const [wire, paper] = [builder.source('Wire'), builder.source('Paper')];
  const document = builder.document('It burnt. It did not.');
  const highlight = builder.highlight(document, 'It burnt');
  const burnt = builder.claim(document, 'It burnt', [wire], { highlights: [highlight] });
  const not = builder.claim(document, 'It did not', [paper]);
  const rating = builder.rate(burnt, 'verdict', 'supported');
  const link = builder.link(not, 'contradicts', burnt);
  return { view: builder.view(), wire, paper, document, highlight, burnt, not, rating, link };
}

/** What becomes of a record that is written anew with other fields. */
function changed(view: CaseView, id: AnyId, fields: Partial<AnyRecord> = {}): Diff {
  const record: AnyRecord | undefined = view.get(id);
  if (record === undefined) throw new Error(`There is no ${id}`);
  // The fields given are those of the record's type.
  return { ...emptyDiff, updated: [[record, { ...record, ...fields } as AnyRecord]] };
}

function isTouched(view: CaseView, select: Select, diff: Diff): boolean {
  const reads = new Reads();
  select(reads.of(view));
  return reads.isTouchedBy(readsTouchedBy(diff));
}

describe('what a function has read of a case', () => {
  test('is touched by changes of what it asked for, and by no others', () => {
    const { view, wire, paper, burnt, not, rating, link } = aCase();
    const questions: [Select, AnyId[], AnyId[]][] = [
      [(now) => now.get(wire), [wire], [paper, burnt]],
      [(now) => now.all('source'), [wire, paper], [burnt, rating]],
      [(now) => now.referring(burnt, 'rating'), [rating], [burnt, not, wire, link]],
      [(now) => now.referrers(burnt), [rating, link], [burnt, not, wire]],
      [(now) => now.referring(wire, 'claim'), [burnt], [not, wire, rating]],
      [(now) => now.referrers(wire), [burnt], [not, wire, rating]],
      [(now) => now.numbered('claim', 1), [burnt, not], [wire, rating]],
      [(now) => now.highestNumber('claim'), [burnt, not], [wire, rating]],
      [(now) => [now.all('source'), now.get(wire), now.get(not)], [wire, paper, not], [burnt]],
      [() => null, [], [wire, burnt, rating]],
    ];
    for (const [select, touching, others] of questions) {
      for (const id of touching) expect(isTouched(view, select, changed(view, id))).toBe(true);
      for (const id of others) expect(isTouched(view, select, changed(view, id))).toBe(false);
    }
  });

  test('is touched where a record begins or ceases to point to what it asked about', () => {
    const { view, wire, paper, burnt } = aCase();
    const diff = changed(view, burnt, {
      attribution: [{ source: paper, manner: 'on-record', anchor: null }],
    });
    expect(isTouched(view, (now) => now.referring(wire, 'claim'), diff)).toBe(true);
    expect(isTouched(view, (now) => now.referring(paper, 'claim'), diff)).toBe(true);
    expect(isTouched(view, (now) => now.referrers(paper), diff)).toBe(true);
  });

  test('costs one note for all records of a type, however many of them are looked at one by one', () => {
    const { view } = aCase();
    const reads = new Reads();
    const now = reads.of(view);
    for (const { id } of now.all('claim')) {
      now.get(id);
      now.referring(id, 'claim');
    }
    expect(reads.size).toBe(1);
  });

  test('tells of every change after which the function answers something else', () => {
    const counted = { kept: 0, anew: 0 };
    const wanderings = fc.array(choices, { minLength: 5, maxLength: 10 });
    fc.assert(
      fc.property(steps, wanderings, (taken, numbers) => {
        let followed: { select: Select; reads: Reads; answer: unknown }[] = [];
        walk(taken, ({ view }, { diff }) => {
          const touched = readsTouchedBy(diff);
          for (const { select, reads, answer } of followed) {
            if (reads.isTouchedBy(touched)) counted.anew += 1;
            else {
              counted.kept += 1;
              expect(select(view)).toEqual(answer);
            }
          }
          followed = selectors(view, numbers).map((select) => {
            const reads = new Reads();
            return { select, reads, answer: select(reads.of(view)) };
          });
        });
      }),
      { numRuns: 50 },
    );
    expect(counted.kept).toBeGreaterThan(0);
    expect(counted.anew).toBeGreaterThan(0);
  });
});

describe('what was read of a case for each record', () => {
  test('names none for which nothing else is read after a change', () => {
    const { view, wire, paper, document, highlight, burnt, not, rating } = aCase();
    const reads = new ReadsByRecord(view, 'claim');
    function read(): void {
      for (const claim of view.all('claim')) {
        const now = reads.for(claim);
        now.referring(claim.id, 'rating');
        for (const { source } of claim.attribution) now.get(source);
        // Far from the claim: the analyst of a stamp is no relation.
        now.get(claim.created.by);
      }
    }
    read();
    const [analyst] = view.all('analyst');
    const touching: readonly [AnyId | undefined, readonly AnyId[]][] = [
      [burnt, [burnt]],
      [wire, [burnt]],
      [paper, [not]],
      [rating, [burnt]],
      [document, []],
      [highlight, []],
      [analyst?.id, [burnt, not]],
    ];
    for (const [id, readers] of touching) {
      if (id === undefined) throw new Error('There is no analyst');
      expect([...reads.takeReaders(readsTouchedBy(changed(view, id)))]).toEqual(readers);
      read();
    }
  });

  test('names none for what was asked of the records around them and not of themselves', () => {
    const { view, wire, burnt, rating, document } = aCase();
    const reads = new ReadsByRecord(view, 'claim');
    const claim = view.get(burnt);
    if (claim === undefined) throw new Error('There is no claim');
    // One question about records of two types.
    reads.for(claim).get(document);
    reads.for(claim).get(wire);
    for (const id of [wire, document])
      expect(reads.takeReaders(readsTouchedBy(changed(view, id)))).toContain(burnt);
    expect([...reads.takeReaders(readsTouchedBy(changed(view, rating)))]).toEqual([]);
  });

  test('is noted with its readers only where it lies farther off than what a record points to', () => {
    const { view, burnt } = aCase();
    const reads = new ReadsByRecord(view, 'claim');
    for (const claim of view.all('claim')) {
      const now = reads.for(claim);
      now.referring(claim.id, 'rating');
      for (const { source } of claim.attribution) now.referring(source, 'rating');
      now.get(claim.document);
    }
    expect(reads.size).toBe(0);
    const claim = view.get(burnt);
    if (claim === undefined) throw new Error('There is no claim');
    reads.for(claim).get(claim.created.by);
    expect(reads.size).toBe(1);
  });

  test('names nobody for what they have not read again', () => {
    const { view, burnt } = aCase();
    const claim = view.get(burnt);
    const [analyst] = view.all('analyst');
    if (claim === undefined || analyst === undefined) throw new Error('The case lacks something');
    const reads = new ReadsByRecord(view, 'claim');
    reads.for(claim).get(analyst.id);
    const touched = readsTouchedBy(changed(view, analyst.id));
    expect([...reads.takeReaders(touched)]).toEqual([burnt]);
    expect([...reads.takeReaders(touched)]).toEqual([]);
  });

  test('names every record for which something else is read after a change', () => {
    const counted = { kept: 0, anew: 0 };
    fc.assert(
      fc.property(steps, fc.constantFrom(...recordTypes), choices, (taken, type, numbers) => {
        const answers = new Map<AnyId, unknown>();
        let reads: ReadsByRecord<typeof type> | null = null;
        walk(taken, ({ view }, { diff }) => {
          reads ??= new ReadsByRecord(view, type);
          for (const id of reads.takeReaders(readsTouchedBy(diff))) answers.delete(id);
          for (const record of view.all(type)) {
            const answer = wander(view, chooser(numbers), record.id);
            if (answers.has(record.id)) {
              counted.kept += 1;
              expect(answers.get(record.id)).toEqual(answer);
            } else {
              counted.anew += 1;
              answers.set(record.id, wander(reads.for(record), chooser(numbers), record.id));
            }
          }
        });
      }),
      { numRuns: 200 },
    );
    expect(counted.kept).toBeGreaterThan(0);
    expect(counted.anew).toBeGreaterThan(0);
  });
});
