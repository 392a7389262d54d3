import type { Scale } from './scale.ts';

/**
 * Source reliability of the NATO Admiralty code. Labels: STANAG 2511. Meanings: US Army FM 2-22.3, appendix B,
 * table B-1 (paraphrased). F says that there is no basis to judge, not that the source is worst.
 */
export const reliability = {
  id: 'admiralty-reliability',
  name: 'Reliability',
  position: 10,
  rates: ['source'],
  standard: 'NATO Admiralty code (STANAG 2511)',
  hasCodes: true,
  unrated: 'F',
  startsUnrated: false,
  reminder: null,
  grades: [
    {
      value: 'A',
      key: 'A',
      label: 'Completely reliable',
      meaning:
        'No doubt of authenticity, trustworthiness or competence; a history of complete reliability.',
    },
    {
      value: 'B',
      key: 'B',
      label: 'Usually reliable',
      meaning: 'Minor doubt; a history of valid information most of the time.',
    },
    {
      value: 'C',
      key: 'C',
      label: 'Fairly reliable',
      meaning: 'Doubt, but has provided valid information in the past.',
    },
    {
      value: 'D',
      key: 'D',
      label: 'Not usually reliable',
      meaning: 'Significant doubt, but has provided valid information in the past.',
    },
    {
      value: 'E',
      key: 'E',
      label: 'Unreliable',
      meaning:
        'Lacks authenticity, trustworthiness and competence; a history of invalid information.',
    },
    {
      value: 'F',
      key: 'F',
      label: 'Reliability cannot be judged',
      meaning:
        'No basis exists for evaluating the source. This is not the worst grade; it is no grade.',
    },
  ],
} as const satisfies Scale;
