import { CaseBuilder } from '../../src/domain/testing/case-builder.ts';
import type { CaseSnapshot } from '../../src/contract/calls.ts';
import { hedges } from '../../src/domain/records/vocabulary.ts';
import { credibility } from '../../src/domain/scales/admiralty-credibility.ts';
import { reliability } from '../../src/domain/scales/admiralty-reliability.ts';
import type { SourceId } from '../../src/domain/records/source/record.ts';
import { randomNumbers } from '../shared/random.ts';

const claimsPerDocument = 20;
const places = ['Narsova', 'Ardane', 'Port of Dervan', 'بغداد', 'Одесса', '北京', ''];
const beginnings = [
  'Western sources said that',
  'The ministry denied that',
  'Witnesses told the paper that',
  'قالت مصادر إن',
  'Источники сообщили, что',
  'An official, speaking on condition of anonymity, confirmed that',
];
const endings = [
  'would be moved within days',
  'had been damaged',
  'was never on board',
  'arrived on time',
];

/** A case with so many claims, the same on every run: 20 to a document, three sources to a claim, most of them rated. */
export function caseOfClaims(count: number): CaseSnapshot {
  const random = randomNumbers(count);
  function pick<T>(list: readonly T[]): T {
    const chosen = list[Math.floor(random() * list.length)];
    if (chosen === undefined) throw new Error('Nothing to pick from');
    return chosen;
  }
  const builder = new CaseBuilder();
  const sources = Array.from({ length: 300 }, (_, index) => builder.source(`Source ${index}`));
  for (const source of sources) {
    if (random() < 0.8)
      builder.rate(source, 'admiralty-reliability', pick(reliability.grades).value);
  }
  const tags = Array.from({ length: 12 }, (_, index) =>
    builder.tag(`Tag ${index}`, { colour: (index % 8) + 1 }),
  );
  for (let made = 0; made < count; made += claimsPerDocument) {
    const document = builder.document('words', {
      title: `Report ${made / claimsPerDocument} of ${pick(places) || 'nowhere'}`,
      date: dateOf(random),
    });
    const highlight = builder.highlight(document, 'words');
    for (let index = 0; index < Math.min(claimsPerDocument, count - made); index += 1) {
      const chain: SourceId[] = [pick(sources), pick(sources), pick(sources)];
      const claim = builder.claim(document, 'words', chain, {
        highlights: [highlight],
        statement: `${pick(beginnings)} shipment ${Math.floor(random() * count)} ${pick(endings)}`,
        hedge: pick(hedges).value,
        place: pick(places),
        eventTime: random() < 0.6 ? { edtf: dateOf(random), anchor: null } : null,
        tags: random() < 0.5 ? [pick(tags)] : [],
      });
      if (random() < 0.7)
        builder.rate(claim, 'admiralty-credibility', pick(credibility.grades).value);
      if (random() < 0.4) builder.rate(claim, 'verdict', pick(['supported', 'refuted']));
    }
  }
  return {
    path: '/bench.assay',
    health: { state: 'well' },
    past: null,
    report: null,
    repairs: [],
    records: [...builder.view().records()],
    seq: 0,
    undo: { undo: null, redo: null },
    viewState: {},
    preview: null,
    rest: null,
  };
}

function dateOf(random: () => number): string {
  return new Date(Date.UTC(2020, 0, 1 + Math.floor(random() * 2000))).toISOString().slice(0, 10);
}
