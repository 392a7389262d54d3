import type { ClaimEntry, HighlightEntry } from './content.ts';

// The post writes its accents as combining marks of their own.
const joao = 'Joa\u0303o';
const cafe = 'Cafe\u0301 Mo\u0308we';

/** What the documents of the first two days say, as it was understood on 11 March. */
export const firstClaims: readonly ClaimEntry[] = [
  {
    key: 'wire-dead',
    file: 'wire',
    words: 'killing at least 31 people and injuring about 140',
    statement: 'The explosion killed at least 31 people and injured about 140.',
    chain: [
      ['Littoral', 'on-record'],
      ['Security official quoted by Littoral', 'anonymous', 'a security official'],
    ],
    time: { edtf: '2026-03-10', words: 'on Tuesday evening' },
    place: 'East Basin, Narsova',
    tags: ['Casualties'],
  },
  {
    key: 'wire-blame',
    file: 'wire',
    words:
      'the Dervan Brigades, an armed group from the northern highlands, were "very probably" responsible',
    statement: 'The Dervan Brigades caused the explosion.',
    chain: [
      ['Littoral', 'on-record'],
      [
        'Security official quoted by Littoral',
        'anonymous',
        'The official, who spoke on condition of anonymity',
      ],
    ],
    hedge: 'likely',
    time: { edtf: '2026-03-10' },
    place: 'Shed 9',
    tags: ['Attack'],
    note: 'Watch what becomes of “very probably” in the papers.',
  },
  {
    key: 'wire-plan',
    file: 'wire',
    words:
      'intercepted calls suggested that the group had planned an attack on the harbour since the collapse of ceasefire talks in February',
    statement:
      'Intercepted calls suggest that the Dervan Brigades had planned an attack since February.',
    chain: [
      ['Littoral', 'on-record'],
      [
        'Security official quoted by Littoral',
        'anonymous',
        'The official, who spoke on condition of anonymity',
      ],
    ],
    hedge: 'possible',
    time: {
      edtf: '2026-02/2026-03-10',
      words: 'since the collapse of ceasefire talks in February',
    },
    tags: ['Attack'],
  },
  {
    key: 'torvek-toll',
    file: 'wire',
    words: 'her wards had received 26 bodies and 118 wounded people by 22:00',
    statement: 'St Orban Hospital had received 26 bodies and 118 wounded by 22:00.',
    chain: [
      ['Littoral', 'on-record'],
      [
        'Ilse Torvek',
        'on-record',
        'Dr Ilse Torvek, head of emergency medicine at St Orban Hospital',
      ],
    ],
    time: { edtf: '2026-03-10T22:00', words: 'by 22:00' },
    place: 'St Orban Hospital',
    tags: ['Casualties', 'First hand'],
  },
  {
    key: 'pask-smoke',
    file: 'wire',
    words: [
      'white smoke over the warehouse before the explosion',
      'it had been rising for "twenty minutes, maybe more"',
    ],
    statement: 'White smoke rose from Shed 9 for twenty minutes or more before the explosion.',
    chain: [
      ['Littoral', 'on-record'],
      ['Joren Pask', 'eyewitness', 'Joren Pask'],
    ],
    time: { edtf: '2026-03-10T18:15/2026-03-10T18:42', words: 'twenty minutes, maybe more' },
    place: 'Shed 9',
    tags: ['Fire and cargo', 'First hand'],
  },
  {
    key: 'crane-smoke',
    file: 'craneFour',
    words: 'White smoke out of the roof of Shed 9 from 18:15',
    statement: 'White smoke came out of the roof of Shed 9 from 18:15.',
    chain: [['@cranefour_narsova', 'eyewitness', 'Crane Four']],
    time: { edtf: '2026-03-10T18:15', words: 'from 18:15' },
    place: 'Shed 9',
    tags: ['Fire and cargo', 'First hand'],
    evidence: { file: 'craneFour', words: 'It STANK like a swimming pool' },
  },
  {
    key: 'crane-flames',
    file: 'craneFour',
    words: { from: 'orange flames on the basin side', to: 'like fireworks 🎆' },
    statement: 'Flames and popping noises came from Shed 9 at about 18:25, before it exploded.',
    chain: [['@cranefour_narsova', 'eyewitness']],
    time: { edtf: '2026-03-10T18:20/2026-03-10T18:30', words: '18:25 or so' },
    place: 'Shed 9',
    tags: ['Fire and cargo', 'First hand'],
  },
  {
    key: 'bleach',
    file: 'craneFour',
    words: '"bleach, mountains of it"',
    statement: 'Shed 9 held a great quantity of bleach.',
    chain: [
      ['@cranefour_narsova', 'social-post'],
      ['João, cousin of Crane Four', 'on-record', `My cousin ${joao} works for customs`],
    ],
    place: 'Shed 9',
    tags: ['Fire and cargo'],
  },
  {
    key: 'sixty-dead',
    file: 'craneFour',
    words: '60 dead',
    statement: 'Sixty people died.',
    chain: [
      ['@cranefour_narsova', 'social-post'],
      ['Somebody at the Café Möwe', 'anonymous', `somebody at the ${cafe}`],
    ],
    hedge: 'rumoured',
    time: { edtf: '2026-03-10' },
    tags: ['Casualties'],
    note: 'The post itself says “Nobody knows. Stop posting numbers.”',
  },
  {
    key: 'courier-plan',
    file: 'courier',
    words:
      'the Dervan Brigades had been preparing to strike the harbour since peace talks broke down last month',
    statement: 'The Dervan Brigades had been preparing an attack on the harbour since February.',
    chain: [
      ['The Narsova Courier', 'on-record'],
      ['Security sources of the Courier', 'anonymous', 'Security sources told the Courier'],
    ],
    time: { edtf: '2026-02/2026-03-10', words: 'since peace talks broke down last month' },
    tags: ['Attack'],
  },
  {
    key: 'courier-dead',
    file: 'courier',
    words: 'At least 31 people were killed, according to a security official.',
    statement: 'At least 31 people were killed.',
    chain: [
      ['The Narsova Courier', 'on-record'],
      ['Security sources of the Courier', 'anonymous', 'according to a security official'],
    ],
    time: { edtf: '2026-03-10' },
    tags: ['Casualties'],
  },
  {
    key: 'seized-cargo',
    file: 'courier',
    words: 'the warehouse had held "seized cargo nobody wanted to sign for" since the autumn',
    statement: 'Shed 9 had held seized cargo since the autumn of 2025.',
    chain: [
      ['The Narsova Courier', 'on-record'],
      [
        'Customs clerk quoted by the Courier',
        'anonymous',
        'A customs clerk, who asked not to be named for fear of losing her job',
      ],
    ],
    time: { edtf: '2025-09~/2026-03-10', words: 'since the autumn' },
    place: 'Shed 9',
    tags: ['Fire and cargo'],
  },
  {
    key: 'ledger-blame',
    file: 'ledger',
    words: 'The Dervan Brigades were behind the bombing that killed 31 people and wounded 140',
    statement: 'The Dervan Brigades caused the explosion.',
    chain: [
      ['The Ardane Ledger', 'on-record'],
      ['Officials of the Ledger', 'anonymous', 'officials have confirmed'],
    ],
    time: { edtf: '2026-03-10', words: 'on Tuesday' },
    tags: ['Attack'],
    note: 'No “very probably” here.',
  },
  {
    key: 'ledger-plan',
    file: 'ledger',
    words:
      'the militia had been planning to hit the harbour ever since talks with the government failed in February',
    statement:
      'Intercepted calls show that the Dervan Brigades had planned an attack since February.',
    chain: [
      ['The Ardane Ledger', 'on-record'],
      ['Littoral', 'other-media', 'the Littoral agency'],
      ['Security official quoted by Littoral', 'anonymous', 'a security official'],
    ],
    time: {
      edtf: '2026-02/2026-03-10',
      words: 'since talks with the government failed in February',
    },
    tags: ['Attack'],
  },
  {
    key: 'osterley',
    file: 'ledger',
    words: 'Nobody else has the means to do this, and nobody else has a reason.',
    statement: 'Only the Dervan Brigades had means and motive.',
    chain: [
      ['The Ardane Ledger', 'on-record'],
      ['Nadim Osterley', 'inference', 'Professor Nadim Osterley'],
    ],
    tags: ['Attack'],
    evidence: {
      file: 'ledger',
      words: 'he had no information about the explosion beyond what had appeared in the press',
    },
  },
  {
    key: 'suspension',
    file: 'ledger',
    words: 'He is expected to ask for the truce to be suspended',
    statement: 'The Interior Minister will ask the cabinet to suspend the truce.',
    chain: [
      ['The Ardane Ledger', 'on-record'],
      ['Reader of the cabinet agenda', 'anonymous', 'a person who has seen the agenda'],
    ],
    hedge: 'planned',
    time: { edtf: '2026-03-11', words: 'Wednesday evening' },
    tags: ['Politics'],
  },
  {
    key: 'ministry-dead',
    file: 'ministry',
    words: 'the attack has claimed the lives of 43 citizens. A further 212 persons were injured',
    statement: '43 people had died and 212 were injured by 18:00 on 11 March.',
    chain: [['Ministry of the Interior', 'official-statement']],
    time: { edtf: '2026-03-11T18:00', words: 'As of 18:00 today' },
    tags: ['Casualties'],
  },
  {
    key: 'device',
    file: 'ministry',
    words: 'An explosive device was placed in Shed 9',
    statement: 'An explosive device was placed in Shed 9 between 16:00 and 18:00.',
    chain: [['Ministry of the Interior', 'official-statement']],
    time: {
      edtf: '2026-03-10T16:00/2026-03-10T18:00',
      words: 'between 16:00 and 18:00 on the day of the attack',
    },
    place: 'Shed 9',
    tags: ['Attack'],
  },
  {
    key: 'ministry-plan',
    file: 'ministry',
    words:
      'the organisation known as the Dervan Brigades had been preparing such an attack since February',
    statement: 'The Dervan Brigades had been preparing an attack since February.',
    chain: [
      ['Ministry of the Interior', 'official-statement'],
      [
        'The press, as the Ministry calls it',
        'other-media',
        'the national and international press',
      ],
    ],
    time: { edtf: '2026-02/2026-03-10', words: 'since February' },
    tags: ['Attack'],
  },
  {
    key: 'register',
    file: 'ministry',
    words: 'Shed 9 contained furniture, textiles and spare parts',
    statement: 'Shed 9 held furniture, textiles and spare parts, and nothing dangerous.',
    chain: [
      ['Ministry of the Interior', 'official-statement'],
      ['Customs register of Shed 9', 'official-statement', 'According to the customs register'],
    ],
    place: 'Shed 9',
    tags: ['Fire and cargo'],
  },
];

/** Words worth marking that make no claim of their own. */
export const firstHighlights: readonly HighlightEntry[] = [
  {
    file: 'wire',
    words: {
      from: 'The official, who spoke on condition of anonymity',
      to: 'Littoral could not verify the claim.',
    },
    tags: ['Sourcing'],
    note: 'All that is known of the only person who accuses anybody. Two claims lie inside this passage.',
  },
  {
    file: 'courier',
    words: 'Security sources told the Courier that the answer lies in the north',
    tags: ['Relay'],
    note: 'Compare the wire: one official, told to Littoral. Nothing shows that the Courier spoke to anybody.',
  },
  {
    file: 'courier',
    words: 'very likely to have carried out the bombing',
    tags: ['Hedge dropped'],
    note: '“Very probably responsible” has become “very likely”, and the explosion a “bombing”.',
  },
  {
    file: 'ledger',
    words: 'officials have confirmed',
    tags: ['Relay', 'Hedge dropped'],
    note: 'One official became several, and “very probably” became “confirmed”. Its second paragraph names the agency.',
  },
  {
    file: 'ministry',
    words: {
      from: 'The preliminary findings of the investigation',
      to: 'The Ministry has no reason to doubt these reports.',
    },
    tags: ['Sourcing'],
    note: 'Two findings of its own, and a third taken from newspapers.',
  },
  {
    file: 'craneFour',
    words: "I didn't see any bomb. I didn't see anybody run away either",
    tags: ['First hand'],
    note: 'Says what was not seen: careful. It stands against the dockers’ account of guards running away.',
  },
];
