import type { Scale } from './scale.ts';

/** How near a source is to what it tells of. */
export const access = {
  id: 'access',
  name: 'Nearness',
  position: 60,
  rates: ['source'],
  standard: null,
  hasCodes: false,
  unrated: null,
  startsUnrated: false,
  reminder: null,
  grades: [
    { value: 'there', key: 'T', label: 'Was there', meaning: 'Saw or heard it.' },
    { value: 'told', key: 'O', label: 'Was told', meaning: 'Has it from somebody else.' },
  ],
} as const satisfies Scale;
