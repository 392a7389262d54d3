import type { LinkEntry } from './content.ts';

/** How the claims stand to each other. */
export const links: readonly LinkEntry[] = [
  {
    from: 'courier-plan',
    kind: 'same-origin',
    to: 'wire-plan',
    note: 'Found in the correction: the Courier never spoke to the official.',
  },
  { from: 'ledger-plan', kind: 'same-origin', to: 'wire-plan' },
  {
    from: 'ministry-plan',
    kind: 'same-origin',
    to: 'wire-plan',
    note: 'By way of “the national and international press”.',
  },
  { from: 'ledger-blame', kind: 'same-origin', to: 'wire-blame' },
  { from: 'madar-blame', kind: 'same-origin', to: 'ledger-blame' },
  { from: 'courier-dead', kind: 'same-origin', to: 'wire-dead' },
  {
    from: 'known-dead',
    kind: 'updates',
    to: 'wire-dead',
    note: 'Littoral corrects itself: 26 that evening, 29 by Saturday.',
  },
  { from: 'withdrawn', kind: 'updates', to: 'wire-plan', note: 'The report is withdrawn.' },
  {
    from: 'ministry-dead',
    kind: 'contradicts',
    to: 'known-dead',
    note: '43 against 29 dead, 212 against 167 injured.',
  },
  {
    from: 'torvek-toll',
    kind: 'contradicts',
    to: 'wire-dead',
    note: '26 against 31 on the same evening.',
  },
  { from: 'sixty-dead', kind: 'contradicts', to: 'known-dead' },
  { from: 'denial', kind: 'contradicts', to: 'wire-blame' },
  {
    from: 'register',
    kind: 'contradicts',
    to: 'oxidiser',
    note: 'The register against the sample.',
  },
  {
    from: 'crane-smoke',
    kind: 'corroborates',
    to: 'pask-smoke',
    note: 'Two cranes, two people, one smoke.',
  },
  { from: 'madar-fire', kind: 'corroborates', to: 'crane-smoke' },
  {
    from: 'dockers',
    kind: 'corroborates',
    to: 'madar-fire',
    note: 'On the fire; not on the guards.',
  },
  { from: 'crane-flames', kind: 'elaborates', to: 'crane-smoke' },
  {
    from: 'chlorine',
    kind: 'corroborates',
    to: 'oxidiser',
    note: 'Known to medicine, not to the port.',
  },
  { from: 'bleach', kind: 'corroborates', to: 'oxidiser' },
  { from: 'seized-cargo', kind: 'corroborates', to: 'oxidiser', note: 'On the seizure.' },
  {
    from: 'madar-oxidiser',
    kind: 'same-origin',
    to: 'oxidiser',
    note: 'He had read one of Sorrel’s letters: two papers, perhaps one origin.',
  },
];

/** ICD 206: what a reader must know of the sources as a whole. */
export const sourceSummary = `That the shed burned before it exploded rests on three origins that could not have heard from each other: a named crane operator, an eyewitness’s post and a source in the port authority. What lay in it rests on a leaked memo by the official who had it sampled; a doctor’s findings and a customs man’s word agree with it, and one further account may go back to the same memo.

The accusation against the Dervan Brigades was carried by four outlets and a ministry. All of them lead to one security official, who has since said that he was repeating a colleague. It has no other basis in these documents.

Numbers of dead before 14 March are superseded by the two hospitals’ lists. The Ministry of the Interior has shown no evidence for its numbers, its device or its register. Nobody has established what lit the fire.`;
