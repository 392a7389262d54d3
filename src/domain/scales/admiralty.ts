import type { Scale } from './scale.ts';

/**
 * Source reliability of the NATO Admiralty code. Labels: STANAG 2511. Meanings: US Army FM 2-22.3, appendix B,
 * table B-1 (paraphrased). F says that there is no basis to judge, not that the source is worst.
 */
export const reliability = {
  id: 'admiralty-reliability',
  name: 'Reliability',
  rates: 'source',
  standard: 'NATO Admiralty code (STANAG 2511)',
  grades: [
    {
      value: 'A',
      label: 'Completely reliable',
      meaning:
        'No doubt of authenticity, trustworthiness or competence; a history of complete reliability.',
    },
    {
      value: 'B',
      label: 'Usually reliable',
      meaning: 'Minor doubt; a history of valid information most of the time.',
    },
    {
      value: 'C',
      label: 'Fairly reliable',
      meaning: 'Doubt, but has provided valid information in the past.',
    },
    {
      value: 'D',
      label: 'Not usually reliable',
      meaning: 'Significant doubt, but has provided valid information in the past.',
    },
    {
      value: 'E',
      label: 'Unreliable',
      meaning:
        'Lacks authenticity, trustworthiness and competence; a history of invalid information.',
    },
    {
      value: 'F',
      label: 'Reliability cannot be judged',
      meaning:
        'No basis exists for evaluating the source. This is not the worst grade; it is no grade.',
    },
  ],
} as const satisfies Scale;

/**
 * Information credibility of the NATO Admiralty code. Labels: STANAG 2511. Meanings: US Army FM 2-22.3, appendix B,
 * table B-2 (paraphrased). Judged independently of the source's letter.
 */
export const credibility = {
  id: 'admiralty-credibility',
  name: 'Credibility',
  rates: 'claim',
  standard: 'NATO Admiralty code (STANAG 2511)',
  grades: [
    {
      value: '1',
      label: 'Confirmed by other sources',
      meaning:
        'Confirmed by a source of certainly different origin; logical in itself; consistent with other information. If independence cannot be guaranteed, the best grade is 2.',
    },
    {
      value: '2',
      label: 'Probably true',
      meaning: 'Not confirmed; logical in itself; consistent with other information.',
    },
    {
      value: '3',
      label: 'Possibly true',
      meaning: 'Not confirmed; reasonably logical; agrees with some other information.',
    },
    {
      value: '4',
      label: 'Doubtful',
      meaning: 'Not confirmed; possible but not logical; no other information on the subject.',
    },
    {
      value: '5',
      label: 'Improbable',
      meaning: 'Not confirmed; not logical in itself; contradicted by other information.',
    },
    {
      value: '6',
      label: 'Truth cannot be judged',
      meaning:
        'No basis exists for evaluating the information. This is not the worst grade; it is no grade.',
    },
  ],
} as const satisfies Scale;
