import { CaseBuilder } from '../../../../domain/testing/case-builder.ts';
import type { ExportRequest } from '../exporter.ts';
import type { ReportFormat } from '../format.ts';
import type { DocumentId } from '../../../../domain/records/document/record.ts';

const wire = `Fire before blast

The warehouse 🏚️ burned, a harbour official said, before it exploded.
• Three people were killed
“We saw smoke,” said Ines Maar.
>>> log 18:41`;

const arabic = 'قال مصدر أمني إن المستودع احترق.\nولم يصدر أي بيان رسمي.';

/** A format as a newcomer would add it: between others, with two files that say how many documents they are of. */
export const addedFormat: ReportFormat = {
  ...{ id: 'words', label: 'Words (WORDS)', meaning: 'The words alone.', icon: 'code' },
  ...{ position: 2.5, extension: 'words', files: ['first.words', 'second.words'], print: false },
  load: () =>
    Promise.resolve({
      write: ({ documents }) =>
        ['first', 'second'].map((name) => Buffer.from(`${name} ${documents.length}`)),
    }),
};

/** A small case in which every part of a report has something to show, and the request to export all of it. */
export function smallCase(format: ExportRequest['format']): {
  request: ExportRequest;
  build: CaseBuilder;
} {
  const build = new CaseBuilder({
    name: 'Harbour fire',
    question: 'Did the warehouse burn before it exploded?',
    tlp: 'amber',
    sourceSummary: 'Two outlets, one anonymous official.\nNo technical report.',
  });
  return { build, request: requestFor(build, addRecords(build), format) };
}

/** A request for documents of a case, the same on every run. */
export function requestFor(
  build: CaseBuilder,
  documents: readonly DocumentId[],
  format: ExportRequest['format'],
): ExportRequest {
  return {
    view: build.view(),
    texts: (document) => build.text(document),
    documents,
    format,
    state: { seq: 42, hash: '9f3c2ab871de' },
    at: '2026-03-16T09:24:00.000Z',
    generator: 'Assay 0.1.0',
  };
}

function addRecords(build: CaseBuilder): DocumentId[] {
  const sources = addSources(build);
  const cause = build.tag('Cause', { colour: 2, definition: 'What made it explode.' });
  const fire = build.tag('Fire', { colour: 1, parent: cause });
  const dead = build.tag('Casualties', { colour: 6, definition: 'Who counted whom.' });

  const english = build.document(
    wire,
    {
      ...{
        title: 'Fire before blast, says official',
        authors: ['Maren Oduva'],
        date: '2026-03-10',
      },
      ...{ language: 'en', url: 'https://courier.example/1', publisher: sources.courier },
      note: 'First report.',
    },
    wireBlocks(),
  );
  const second = build.document(arabic, {
    ...{ title: 'المستودع احترق', date: '2026-03-12', language: 'ar', publisher: sources.madar },
  });

  const burned = build.highlight(english, 'The warehouse 🏚️ burned', { tags: [fire] });
  build.highlight(english, ['warehouse 🏚️ burned, a harbour', 'exploded'], { note: 'When?' });
  build.highlight(english, 'said, before it exploded.\n• Three people');
  const burnedFirst = build.claim(
    english,
    'burned',
    [
      build.hop(sources.courier, 'on-record', english),
      build.hop(sources.official, 'anonymous', english, 'a harbour official'),
    ],
    {
      ...{ highlights: [burned], statement: 'The warehouse burned before it exploded.' },
      ...{ eventTime: { edtf: '2026-03-10T18:40', anchor: null }, place: 'East Basin' },
      ...{ hedge: 'likely', tags: [fire], note: 'Compare the log.' },
    },
  );
  const killed = build.claim(english, 'Three people were killed', [sources.courier], {
    tags: [dead],
  });
  const smoke = build.claim(english, 'We saw smoke', [sources.courier, sources.witness]);
  const relayed = build.claim(second, 'المستودع احترق', [
    build.hop(sources.madar, 'other-media', second),
    build.hop(sources.official, 'anonymous', second, 'مصدر أمني'),
  ]);
  build.claim(second, 'ولم يصدر أي بيان رسمي');

  build.rate(sources.courier, 'admiralty-reliability', 'C', { reason: 'First contact.' });
  build.rate(sources.courier, 'admiralty-reliability', 'B', { reason: 'Corrects itself.' });
  build.rate(sources.official, 'admiralty-reliability', 'F', { reason: 'Nothing known.' });
  build.rate(burnedFirst, 'admiralty-credibility', '2', { reason: 'Agrees with a witness.' });
  build.rate(killed, 'admiralty-credibility', '3');
  build.rate(burnedFirst, 'verdict', 'supported', { reason: 'Two independent origins.' });
  build.rate(killed, 'verdict', 'refuted', { reason: 'The hospital counted two.' });
  build.rate(smoke, 'verdict', 'unverifiable');
  build.link(relayed, 'same-origin', burnedFirst, 'The same official.');
  build.link(smoke, 'elaborates', burnedFirst);
  return [english, second];
}

function addSources(build: CaseBuilder) {
  const owner = build.source('Basin Press', { kind: 'organisation' });
  return {
    courier: build.source('The Courier', {
      ...{ parent: owner, aliases: ['Courier'], note: 'Daily.' },
      descriptor: { access: 'Correspondent at the harbour.', record: 'Good.', bias: '' },
    }),
    madar: build.source('مدار'),
    official: build.source('A harbour official', { kind: 'anonymous-person' }),
    witness: build.source('Ines Maar', { kind: 'person' }),
  };
}

function wireBlocks() {
  const kinds = [
    { kind: 'heading', level: 1 },
    { kind: 'paragraph' },
    { kind: 'list-item', depth: 1, marker: '•' },
    { kind: 'quote' },
    { kind: 'code' },
  ] as const;
  return [...wire.matchAll(/[^\n]+/g)].map((line, index) => {
    const kind = kinds[index] ?? { kind: 'paragraph' };
    // A marker is not part of the text of its item.
    const markup = kind.kind === 'list-item' ? 2 : 0;
    return { ...kind, start: line.index + markup, end: line.index + line[0].length };
  });
}
