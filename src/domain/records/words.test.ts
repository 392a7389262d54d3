import { expect, test } from 'vitest';
import { CaseBuilder } from '../testing/case-builder.ts';
import type { RecordField } from './definition.ts';
import { type AnyRecord, definitionOf } from './registry.ts';

// What people read of a record: what its kind is called, what it is called, and its fields.
const read = wordsOfEachType();

test.each(read)('a $kind is called by its words and shows its fields', (expected) => {
  const definition = definitionOf(expected.record.type);
  expect(definition.name).toBe(expected.kind);
  expect(definition.title(expected.record)).toBe(expected.title);
  expect(fieldsOf(expected.record)).toEqual(expected.fields);
  expect(definition.unseenChange).toBe(expected.unseenChange);
});

test('fields that are not filled in are empty', () => {
  const made = new CaseBuilder();
  const document = made.document('It burned.');
  const claim = made.the(made.claim(document, 'burned'));
  expect(fieldsOf(claim)).toMatchObject({
    'Who says so': '',
    'Words that name them': [],
    'Event time': '',
    'Words for the event time': '',
    Place: '',
    Tags: [],
  });
  expect(fieldsOf({ ...claim, eventTime: { edtf: '2026', anchor: null } })).toMatchObject({
    'Event time': '2026',
    'Words for the event time': '',
  });
  expect(fieldsOf(made.the(document))).toMatchObject({
    ...{ Publisher: '', Published: '', Language: '', URL: '' },
  });
  expect(fieldsOf(made.the(made.source('Paper')))).toMatchObject({ 'Belongs to': '', Aliases: [] });
  expect(fieldsOf(made.the(made.tag('War')))).toMatchObject({ Under: '', Key: '' });
});

test.each([
  ['pt-BR', 'Brazilian Portuguese'],
  ['qaa', 'qaa'],
  ['no tag at all', 'no tag at all'],
])('the language %j is called %j', (language, words) => {
  const made = new CaseBuilder();
  const document = made.the(made.document('It burned.', { language }));
  expect(fieldsOf(document)).toMatchObject({ Language: words });
});

test('a long title is cut', () => {
  const made = new CaseBuilder();
  const long = 'The ministry of the interior of the republic';
  for (const id of [
    made.source(long),
    made.tag(long),
    made.document('It burned.', { title: long }),
  ])
    expect(definitionOf(made.the(id).type).title(made.the(id))).toBe(
      'The ministry of the interior of the rep…',
    );
});

function wordsOfEachType() {
  const made = new CaseBuilder({ name: 'Port fire', question: 'Who did it?', tlp: 'amber+strict' });
  const [group, paper] = [made.source('Group'), made.source('Paper')];
  const [war, losses] = [made.tag('War'), made.tag('Losses')];
  const document = made.document('Officials say it burned on Monday.', {
    ...{ title: 'Port on fire', authors: ['A. B.', 'C. D.'], publisher: paper, date: '2026-03-10' },
    ...{ language: 'ar', url: 'https://example.org/1', note: 'Late edition' },
  });
  const marks = { tags: [war, losses], note: 'Sure?' };
  const highlight = made.highlight(document, ['it', 'burned'], marks);
  const chain = [
    made.hop(paper, 'on-record', document, 'Officials'),
    made.hop(group, 'official-statement', document),
  ];
  const time = made.hop(paper, 'on-record', document, 'Monday').anchor;
  const claim = made.claim(document, 'It burned', chain, {
    ...{ highlights: [highlight], hedge: 'likely', place: 'The port', tags: [war], note: 'See S2' },
    eventTime: { edtf: '2026-03-09', anchor: time },
  });
  const other = made.claim(document, 'Monday');
  const analyst = made.the(claim).created.by;
  const details = { aliases: ['Daily'], parent: group, note: 'Bought in 2020' };
  const descriptor = { access: 'On the spot', record: 'Mostly right', bias: 'Of the owner' };
  const source = made.source('Daily Paper', { ...details, descriptor });
  const tag = { parent: war, colour: 8, definition: 'Whoever was hurt', key: '3' };
  const rate = { reason: 'It was there' };
  const [caseRecord] = made.view().all('case');
  if (caseRecord === undefined) throw new Error('There is no case');
  const text = 'Officials say it burned on Monday.';
  return [
    words(made.the(analyst), 'Analyst', 'Ada Analyst', { Name: 'Ada Analyst' }),
    words({ ...caseRecord, sourceSummary: 'Few' }, 'Case', 'Port fire', {
      ...{ Name: 'Port fire', Question: 'Who did it?', Marking: 'TLP:AMBER+STRICT' },
      'Summary of sources': 'Few',
    }),
    words(made.the(document), 'Document', 'Port on fire', {
      ...{ Title: 'Port on fire', Authors: ['A. B.', 'C. D.'], Publisher: `<${paper}>` },
      ...{ Published: '10 March 2026', Language: 'Arabic', URL: 'https://example.org/1' },
      Note: 'Late edition',
    }),
    words(
      made.the(highlight),
      'Highlight',
      'it … burned',
      {
        ...{ Words: 'it … burned', In: `<${document}>`, Tags: [`<${war}>`, `<${losses}>`] },
        Note: 'Sure?',
      },
      'moved to the same words elsewhere',
    ),
    words(made.the(claim), 'Claim', 'It burned', {
      Statement: 'It burned',
      'Words it is anchored in': [`<${highlight}>`],
      In: `<${document}>`,
      'Who says so': `<${paper}> (on record) → <${group}> (official statement)`,
      'Words that name them': [text.slice(0, 9)],
      'Hedge in the text': 'Likely',
      'Event time': '9 March 2026',
      'Words for the event time': 'Monday',
      ...{ Place: 'The port', Tags: [`<${war}>`], Note: 'See S2' },
    }),
    words(made.the(source), 'Source', 'Daily Paper', {
      ...{ Name: 'Daily Paper', Kind: 'Outlet', Aliases: ['Daily'], 'Belongs to': `<${group}>` },
      ...{ Access: 'On the spot', Record: 'Mostly right', Bias: 'Of the owner' },
      Note: 'Bought in 2020',
    }),
    words(
      made.the(made.tag('Casualties', tag)),
      'Tag',
      'Casualties',
      {
        ...{ Name: 'Casualties', Under: `<${war}>`, Colour: 'Grey', Key: '3' },
        Definition: 'Whoever was hurt',
      },
      'moved among its neighbours',
    ),
    words(
      made.the(made.rate(paper, 'admiralty-reliability', 'B', rate)),
      'Rating',
      'Reliability B (usually reliable)',
      {
        ...{ Of: `<${paper}>`, Reliability: 'B (usually reliable)' },
        Reason: 'It was there',
      },
    ),
    words(made.the(made.link(claim, 'same-origin', other, 'One wire')), 'Link', 'Same origin', {
      ...{ From: `<${claim}>`, 'How they stand': 'Same origin', To: `<${other}>`, Why: 'One wire' },
    }),
  ];
}

interface Words {
  readonly record: AnyRecord;
  readonly kind: string;
  readonly title: string;
  readonly fields: Readonly<Record<string, RecordField['words']>>;
  readonly unseenChange: string | undefined;
}

function words(
  record: AnyRecord,
  kind: string,
  title: string,
  fields: Words['fields'],
  unseenChange?: string,
): Words {
  return { record, kind, title, fields, unseenChange };
}

function fieldsOf(record: AnyRecord): Words['fields'] {
  const fields = definitionOf(record.type).fields(record, nameOf);
  return Object.fromEntries(fields.map(({ label, words: said }) => [label, said]));
}

function nameOf(id: string): string {
  return `<${id}>`;
}
