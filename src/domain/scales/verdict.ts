import type { Scale } from './scale.ts';

/** What the analyst concluded about a claim; a claim without a rating on this scale is open. */
export const verdict = {
  id: 'verdict',
  name: 'Verdict',
  rates: 'claim',
  standard: 'Assay',
  grades: [
    { value: 'open', label: 'Open', meaning: 'Not concluded yet.' },
    { value: 'supported', label: 'Supported', meaning: 'The evidence bears it out.' },
    { value: 'refuted', label: 'Refuted', meaning: 'The evidence shows that it is not so.' },
    {
      value: 'unverifiable',
      label: 'Unverifiable',
      meaning: 'Looked into; the evidence to be had cannot decide it.',
    },
  ],
} as const satisfies Scale;

/** The stored value of a verdict. */
export type Verdict = (typeof verdict.grades)[number]['value'];
