import type { Scale } from './scale.ts';

/**
 * Information credibility of the NATO Admiralty code. Labels: STANAG 2511. Meanings: US Army FM 2-22.3, appendix B,
 * table B-2 (paraphrased). Judged independently of the source's letter.
 */
export const credibility = {
  id: 'admiralty-credibility',
  name: 'Credibility',
  position: 20,
  rates: ['claim'],
  standard: 'NATO Admiralty code (STANAG 2511)',
  hasCodes: true,
  unrated: '6',
  startsUnrated: false,
  reminder: {
    grade: '1',
    words:
      '1 asks for confirmation by a source of certainly different origin. Where independence cannot be guaranteed, the best grade is 2.',
  },
  grades: [
    {
      value: '1',
      key: '1',
      label: 'Confirmed by other sources',
      meaning:
        'Confirmed by a source of certainly different origin; logical in itself; consistent with other information. If independence cannot be guaranteed, the best grade is 2.',
    },
    {
      value: '2',
      key: '2',
      label: 'Probably true',
      meaning: 'Not confirmed; logical in itself; consistent with other information.',
    },
    {
      value: '3',
      key: '3',
      label: 'Possibly true',
      meaning: 'Not confirmed; reasonably logical; agrees with some other information.',
    },
    {
      value: '4',
      key: '4',
      label: 'Doubtful',
      meaning: 'Not confirmed; possible but not logical; no other information on the subject.',
    },
    {
      value: '5',
      key: '5',
      label: 'Improbable',
      meaning: 'Not confirmed; not logical in itself; contradicted by other information.',
    },
    {
      value: '6',
      key: '6',
      label: 'Truth cannot be judged',
      meaning:
        'No basis exists for evaluating the information. This is not the worst grade; it is no grade.',
    },
  ],
} as const satisfies Scale;
