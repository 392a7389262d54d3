import type { ReliabilityEntry } from './content.ts';

/** Letters given on 11 March, on little. */
export const firstLetters: readonly ReliabilityEntry[] = [
  {
    source: 'Littoral',
    letter: 'C',
    reason:
      'Signed, and says what it could not verify; but its main point rests on one unnamed official.',
  },
  {
    source: 'Security official quoted by Littoral',
    letter: 'C',
    reason: 'May be in a position to know. Unnamed, gave no evidence, and has an interest.',
  },
  {
    source: 'The Narsova Courier',
    letter: 'C',
    reason:
      'Has people in the city, and a clerk nobody else has. Its security sources are not described.',
  },
  {
    source: 'The Ardane Ledger',
    letter: 'D',
    reason:
      'The headline says “confirm”; the text names nobody but an agency and a professor who read the press.',
  },
  {
    source: 'Ministry of the Interior',
    letter: 'C',
    reason:
      'Has the investigation in hand. A party to the conflict, and quotes the press for its main charge.',
  },
  {
    source: 'Ilse Torvek',
    letter: 'A',
    reason: 'Named, in office, and counts only what is before her.',
  },
  {
    source: 'Joren Pask',
    letter: 'B',
    reason: 'Named eyewitness. Says that he did not know the cargo.',
  },
  {
    source: 'Nadim Osterley',
    letter: 'D',
    reason: 'No access by his own word, and a sponsor with an interest.',
  },
  {
    source: '@cranefour_narsova',
    letter: 'F',
    reason: 'An account that nobody has identified yet; no basis to judge.',
  },
  {
    source: 'Somebody at the Café Möwe',
    letter: 'E',
    reason: 'Nobody, speaking of a place they had not been to.',
  },
];

/** Letters given on 12 and 13 March. */
export const secondLetters: readonly ReliabilityEntry[] = [
  {
    source: 'Dervan Brigades',
    letter: 'D',
    reason:
      'The accused, in its own cause. What it says of its conditions can be taken as its word.',
  },
  {
    source: 'Dockers who spoke to the Brigades',
    letter: 'F',
    reason: 'Known only through the Brigades.',
  },
  {
    source: 'مدار الساحل',
    letter: 'B',
    reason:
      'Names the chain of what it relays, says what it could not check, and has a source of its own.',
  },
  {
    source: 'Port authority source of Madar al-Sahil',
    letter: 'C',
    reason: 'Placed to know and precise. Unnamed, and nothing to compare with yet.',
  },
];

/** Letters given when the memo had come. */
export const thirdLetters: readonly ReliabilityEntry[] = [
  {
    source: 'Wenna Sorrel',
    letter: 'B',
    reason:
      'Her section sampled the cargo; she keeps measurement, judgement and hearsay apart. No earlier record.',
  },
  {
    source: 'Port authority source of Madar al-Sahil',
    letter: 'B',
    reason:
      'The memo bears him out on the letters: three of them, as he said the day before it came.',
  },
  {
    source: '@cranefour_narsova',
    letter: 'B',
    reason:
      'Smell, colour and times fit the memo and Pask, of whom the account could not know when it posted.',
  },
];

/** Letters given after the correction. */
export const lastLetters: readonly ReliabilityEntry[] = [
  {
    source: 'Littoral',
    letter: 'B',
    reason: 'Found its own errors, published them within four days, and said who had copied them.',
  },
  {
    source: 'Security official quoted by Littoral',
    letter: 'E',
    reason: 'Passed on hearsay as his own knowledge. His other number was wrong as well.',
  },
  {
    source: 'Colleague of the security official',
    letter: 'F',
    reason: 'Nobody has met, named or heard this person.',
  },
  {
    source: 'The Narsova Courier',
    letter: 'D',
    reason:
      'Presented an agency’s one official as “security sources” of its own. Its customs clerk held up.',
  },
  {
    source: 'The Ardane Ledger',
    letter: 'E',
    reason: 'Nobody confirmed anything to it: neither paper spoke to the official.',
  },
  {
    source: 'Ministry of the Interior',
    letter: 'D',
    reason:
      'Its charge came from the press, its numbers are not explained, and its register is contradicted.',
  },
  {
    source: 'Lists of the two hospitals',
    letter: 'A',
    reason: 'Names, kept by those who received the dead, seen by the agency.',
  },
];
