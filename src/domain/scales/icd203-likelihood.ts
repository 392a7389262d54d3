import type { Scale } from './scale.ts';

/**
 * The likelihood of an event or development: the terms of the US Intelligence Community Directive 203, section D.6.e.
 * The directive has two sets of terms for the same ranges; the labels are of the first, the synonyms of the second.
 */
export const likelihood = {
  id: 'icd203-likelihood',
  name: 'Likelihood',
  position: 40,
  rates: [],
  standard: 'ICD 203, Analytic Standards',
  hasCodes: false,
  unrated: null,
  startsUnrated: false,
  reminder: {
    grade: null,
    words:
      'Keep to one set of terms, or say that both mean the same. A likelihood and a confidence never stand in one sentence.',
  },
  grades: [
    {
      value: 'almost-no-chance',
      key: '1',
      label: 'Almost no chance',
      synonym: 'Remote',
      meaning: 'A probability of 1 to 5 percent.',
    },
    {
      value: 'very-unlikely',
      key: '2',
      label: 'Very unlikely',
      synonym: 'Highly improbable',
      meaning: 'A probability of 5 to 20 percent.',
    },
    {
      value: 'unlikely',
      key: '3',
      label: 'Unlikely',
      synonym: 'Improbable',
      meaning: 'A probability of 20 to 45 percent.',
    },
    {
      value: 'roughly-even-chance',
      key: '4',
      label: 'Roughly even chance',
      synonym: 'Roughly even odds',
      meaning: 'A probability of 45 to 55 percent.',
    },
    {
      value: 'likely',
      key: '5',
      label: 'Likely',
      synonym: 'Probable',
      meaning: 'A probability of 55 to 80 percent.',
    },
    {
      value: 'very-likely',
      key: '6',
      label: 'Very likely',
      synonym: 'Highly probable',
      meaning: 'A probability of 80 to 95 percent.',
    },
    {
      value: 'almost-certain',
      key: '7',
      label: 'Almost certain',
      synonym: 'Nearly certain',
      meaning: 'A probability of 95 to 99 percent.',
    },
  ],
} as const satisfies Scale;
