import { codebook } from './codebook.ts';
import type { DocumentEntry, Sitting } from './content.ts';
import { firstClaims, firstHighlights } from './first-claims.ts';
import { judgements } from './judgements.ts';
import {
  completedChains,
  lastClaims,
  lastHighlights,
  secondClaims,
  secondHighlights,
  thirdClaims,
} from './later-claims.ts';
import { firstLetters, lastLetters, secondLetters, thirdLetters } from './letters.ts';
import { links, sourceSummary } from './links.ts';
import { firstSources, lastSources, secondSources, thirdSources } from './sources.ts';

const firstDocuments: readonly DocumentEntry[] = [
  {
    file: 'wire',
    ...{ authors: ['Maren Oduva'], date: '2026-03-10', language: 'en', publisher: 'Littoral' },
    note: 'The first report. Every accusation in this case can be traced to its third paragraph.',
  },
  {
    file: 'craneFour',
    ...{ title: 'Crane Four: I’m alive', date: '2026-03-10T21:17', language: 'en' },
    publisher: '@cranefour_narsova',
    note: 'Saved from the platform with its edit of 22:40.',
  },
  {
    file: 'ministry',
    title: 'Statement No. 17/2026: On the criminal attack on the port of Narsova',
    ...{ date: '2026-03-11T20:30', language: 'en', publisher: 'Ministry of the Interior' },
  },
];

/** Everything the analyst of the sample case did, sitting by sitting, as the documents came in. */
export const sittings: readonly Sitting[] = [
  {
    at: '2026-03-11T18:50:00.000Z',
    imports: ['wire', 'craneFour', 'courier', 'ledger', 'ministry'],
    caseDetails: {
      question:
        'What caused the explosion of 10 March 2026 in the port of Narsova, and who says so?',
      tlp: 'clear',
    },
    tags: codebook,
    sources: firstSources,
    documents: firstDocuments,
    claims: firstClaims,
    highlights: firstHighlights,
    reliability: firstLetters,
  },
  {
    at: '2026-03-12T16:10:00.000Z',
    imports: ['brigades', 'madar'],
    sources: secondSources,
    documents: [
      {
        file: 'brigades',
        title: 'Announcement to our people and to the world',
        ...{ date: '2026-03-12', language: 'en', publisher: 'Dervan Brigades' },
      },
    ],
    claims: secondClaims,
    highlights: secondHighlights,
    reliability: secondLetters,
  },
  {
    at: '2026-03-13T08:30:00.000Z',
    imports: ['memo'],
    sources: thirdSources,
    documents: [
      {
        file: 'memo',
        publisher: 'Narsova Port Authority',
        note: 'Reached us on 13 March, unsigned cover. Names, dates and the number of letters fit what others say.',
      },
    ],
    claims: thirdClaims,
    reliability: thirdLetters,
  },
  {
    at: '2026-03-14T15:00:00.000Z',
    imports: ['correction'],
    sources: lastSources,
    documents: [
      {
        file: 'correction',
        ...{ authors: ['Maren Oduva'], date: '2026-03-14', language: 'en', publisher: 'Littoral' },
      },
    ],
    claims: lastClaims,
    highlights: lastHighlights,
    merges: [
      { keep: 'Security official quoted by Littoral', merge: 'Security sources of the Courier' },
      { keep: 'Security official quoted by Littoral', merge: 'Officials of the Ledger' },
    ],
    chains: completedChains,
    reliability: lastLetters,
  },
  {
    at: '2026-03-15T09:00:00.000Z',
    judgements,
    links,
    caseDetails: { sourceSummary },
  },
];
