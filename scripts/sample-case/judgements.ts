import type { JudgementEntry } from './content.ts';

/** What the analyst concluded on 15 March. */
export const judgements: readonly JudgementEntry[] = [
  {
    claim: 'wire-dead',
    credibility: ['5', 'Five people were counted twice; withdrawn by Littoral.'],
    verdict: [
      'refuted',
      'The number for that evening was 26; 29 are known to have died by 14 March.',
    ],
  },
  {
    claim: 'courier-dead',
    credibility: ['5', 'The same number, from the same official.'],
    verdict: ['refuted', 'Withdrawn at its origin.'],
  },
  {
    claim: 'ministry-dead',
    credibility: ['5', 'Both hospitals’ lists say 29 and 167. The Ministry explains nothing.'],
    verdict: ['refuted', 'Three days later the lists were still far below it.'],
  },
  {
    claim: 'sixty-dead',
    credibility: ['5', 'A rumour that the post itself warns of.'],
    verdict: ['refuted', 'The lists say 29.'],
  },
  {
    claim: 'torvek-toll',
    credibility: [
      '1',
      'Littoral’s correction arrives at the same number for the evening from the lists.',
    ],
    verdict: ['supported', 'The number for that evening is 26.'],
  },
  {
    claim: 'known-dead',
    credibility: [
      '2',
      'Lists of names, seen by an agency that had just corrected itself. Nobody else has seen them.',
    ],
    verdict: ['supported', 'The best count there is; it may still rise.'],
  },
  {
    claim: 'wire-plan',
    credibility: ['5', 'The official had neither heard the calls nor read a transcript.'],
    verdict: [
      'unverifiable',
      'Withdrawn. Whether there were calls at all cannot be told from these documents.',
    ],
  },
  {
    claim: 'courier-plan',
    credibility: ['5', 'Not a second source: the same official, unnamed agency.'],
    verdict: ['unverifiable', 'Falls with its origin.'],
  },
  {
    claim: 'ledger-plan',
    credibility: ['5', 'The same official, named agency.'],
    verdict: ['unverifiable', 'Falls with its origin.'],
  },
  {
    claim: 'ministry-plan',
    credibility: ['5', 'Quotes the press, which quotes the official. “Nothing to add” of its own.'],
    verdict: ['unverifiable', 'Falls with its origin.'],
  },
  {
    claim: 'wire-blame',
    credibility: [
      '5',
      'Rested on the calls. A fire that many saw explains the explosion without it.',
    ],
    verdict: [
      'open',
      'An attack on a burning shed cannot be excluded; nothing points to it any more.',
    ],
  },
  { claim: 'ledger-blame', credibility: ['5', 'The same official, without his doubt.'] },
  {
    claim: 'madar-blame',
    credibility: ['5', 'Relayed with its chain and a warning; the same official.'],
  },
  { claim: 'denial', credibility: ['3', 'In its own cause, but nothing now stands against it.'] },
  {
    claim: 'osterley',
    credibility: ['4', 'An inference from the press, which had one source.'],
    verdict: ['unverifiable', 'Presumes an attack.'],
  },
  {
    claim: 'device',
    credibility: [
      '4',
      'No evidence shown. The smoke began within a quarter of an hour of the time given.',
    ],
  },
  {
    claim: 'pask-smoke',
    credibility: [
      '1',
      'Crane Four and the port source, who could not have agreed on it, say the same.',
    ],
    verdict: ['supported', 'Three independent origins.'],
  },
  {
    claim: 'crane-smoke',
    credibility: ['1', 'Pask and the port source say the same, to the quarter of an hour.'],
    verdict: ['supported', 'Three independent origins.'],
  },
  {
    claim: 'crane-flames',
    credibility: ['2', 'Fits the cargo. Nobody else speaks of popping.'],
  },
  {
    claim: 'madar-fire',
    credibility: ['1', 'Two eyewitnesses say the same.'],
    verdict: ['supported', 'Three independent origins.'],
  },
  {
    claim: 'dockers',
    credibility: [
      '3',
      'The fire is borne out by others. The guards are not: Crane Four saw nobody run.',
    ],
  },
  {
    claim: 'oxidiser',
    credibility: ['1', 'Sampled; and the burns that Dr Torvek saw are what it would do.'],
    verdict: [
      'supported',
      'The memo, the smell, the cousin and the patients agree, each knowing it in another way.',
    ],
  },
  {
    claim: 'madar-oxidiser',
    credibility: [
      '2',
      'Not 1: he had read one of Sorrel’s letters, so this may be her knowledge again.',
    ],
    verdict: ['supported', 'As the memo says.'],
  },
  {
    claim: 'bleach',
    credibility: ['2', 'Calcium hypochlorite is bleach. How he knew is not said.'],
    verdict: ['supported', 'As the memo says.'],
  },
  {
    claim: 'seized-cargo',
    credibility: ['1', 'The memo gives ship, court and date.'],
    verdict: ['supported', 'Taken off the Ilsabet on 6 November 2025.'],
  },
  {
    claim: 'register',
    credibility: ['5', 'Against the memo’s sample, and against the patients’ burns.'],
    verdict: ['refuted', 'Whatever the register says, the shed held 380 tonnes of an oxidiser.'],
  },
  {
    claim: 'drums',
    credibility: ['2', 'First hand, by the same hand. Nobody else mentions them.'],
  },
  {
    claim: 'forecast',
    credibility: ['2', 'A judgement, with its reasons.'],
    verdict: ['supported', 'It burned seven weeks later.'],
  },
  { claim: 'ministry-copy', credibility: ['3', 'Hearsay, and marked as such.'] },
  {
    claim: 'withdrawn',
    credibility: ['2', 'Against his own interest, and Littoral’s.'],
    verdict: ['supported', 'Littoral has withdrawn its report on the strength of it.'],
  },
  {
    claim: 'chlorine',
    credibility: ['2', 'A doctor’s finding in her own patients. No laboratory yet.'],
    verdict: ['supported', 'What the cargo of the memo would give off in a fire.'],
  },
];
