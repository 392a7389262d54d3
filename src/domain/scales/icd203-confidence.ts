import type { Scale } from './scale.ts';

/**
 * The confidence in a judgement, which speaks of its basis: the levels of the US Intelligence Community Directive 203.
 * The directive leaves open what each means; the meanings are those of the US National Intelligence Estimates ("What we
 * mean when we say", 2007), paraphrased.
 */
export const confidence = {
  id: 'icd203-confidence',
  name: 'Confidence',
  position: 50,
  rates: [],
  standard: 'ICD 203, Analytic Standards',
  hasCodes: false,
  unrated: null,
  startsUnrated: false,
  reminder: {
    grade: null,
    words:
      'Confidence speaks of the basis of a judgement, likelihood of the event. They never stand in one sentence.',
  },
  grades: [
    {
      value: 'low',
      key: 'L',
      label: 'Low',
      meaning:
        'The information is questionable, fragmented or poorly corroborated, or its sources raise serious concerns.',
    },
    {
      value: 'moderate',
      key: 'M',
      label: 'Moderate',
      meaning:
        'The information is plausible and credibly sourced, but not good or corroborated enough for more.',
    },
    {
      value: 'high',
      key: 'H',
      label: 'High',
      meaning:
        'The information is of high quality, or the matter allows a solid judgement. It may still be wrong.',
    },
  ],
} as const satisfies Scale;
