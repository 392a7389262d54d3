import type { Scale } from './scale.ts';

/** What the analyst concluded about a claim; a claim without a rating on this scale is open. */
export const verdict = {
  id: 'verdict',
  name: 'Verdict',
  position: 30,
  rates: ['claim'],
  standard: null,
  hasCodes: false,
  unrated: 'open',
  startsUnrated: true,
  reminder: null,
  grades: [
    { value: 'open', key: 'O', label: 'Open', meaning: 'Not concluded yet.' },
    { value: 'supported', key: 'S', label: 'Supported', meaning: 'The evidence bears it out.' },
    {
      value: 'refuted',
      key: 'R',
      label: 'Refuted',
      meaning: 'The evidence shows that it is not so.',
    },
    {
      value: 'unverifiable',
      key: 'U',
      label: 'Unverifiable',
      meaning: 'Looked into; the evidence to be had cannot decide it.',
    },
  ],
} as const satisfies Scale;

/** The stored value of a verdict. */
export type Verdict = (typeof verdict.grades)[number]['value'];
