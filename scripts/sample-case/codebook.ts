import type { TagEntry } from './content.ts';

/** The codebook of the sample case, parents before children. */
export const codebook: readonly TagEntry[] = [
  {
    name: 'Cause',
    colour: 1,
    key: '1',
    definition: 'What made Shed 9 explode. Use a tag under this one where the text commits itself.',
  },
  {
    name: 'Attack',
    parent: 'Cause',
    key: '2',
    definition: 'Somebody did it on purpose: a device, a plan, an order. Also denials of it.',
  },
  {
    name: 'Fire and cargo',
    parent: 'Cause',
    colour: 2,
    key: '3',
    definition: 'It burned first, and what lay in the shed did the rest.',
  },
  {
    name: 'Casualties',
    colour: 6,
    key: '4',
    definition: 'Numbers of dead and injured. Note who counted, where, and at what hour.',
  },
  {
    name: 'Politics',
    colour: 4,
    key: '5',
    definition: 'What follows from it: the truce, conditions, threats, inquiries.',
  },
  {
    name: 'Sourcing',
    colour: 5,
    definition:
      'How a text knows what it says. For highlights that teach something about a source.',
  },
  {
    name: 'Relay',
    parent: 'Sourcing',
    key: '6',
    definition: 'Repeats somebody else’s report, with or without naming it.',
  },
  {
    name: 'Hedge dropped',
    parent: 'Sourcing',
    key: '7',
    definition: 'A doubt that the origin expressed is missing in the relay.',
  },
  {
    name: 'First hand',
    parent: 'Sourcing',
    colour: 3,
    key: '8',
    definition: 'The speaker saw, counted or measured it.',
  },
];
