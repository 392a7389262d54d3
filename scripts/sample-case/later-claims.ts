import type { ChainEntry, ClaimEntry, HighlightEntry } from './content.ts';

/** What the documents of 12 March say. */
export const secondClaims: readonly ClaimEntry[] = [
  {
    key: 'denial',
    file: 'brigades',
    words:
      'No fighter of the Brigades was in Narsova on 10 March, and no order to strike any port has been given since we signed the truce',
    statement: 'The Dervan Brigades caused the explosion.',
    chain: [
      ['Dervan Brigades', 'official-statement'],
      ['Sefa Arlind', 'on-record', 'Commander Sefa Arlind, for the General Command'],
    ],
    hedge: 'denied',
    time: { edtf: '2026-03-10', words: 'on 10 March' },
    tags: ['Attack'],
  },
  {
    key: 'dockers',
    file: 'brigades',
    words: 'the shed was already burning, and that the guards had run away',
    statement: 'Shed 9 was burning at a quarter past six, and its guards had run away.',
    chain: [
      ['Dervan Brigades', 'official-statement'],
      ['Dockers who spoke to the Brigades', 'eyewitness', 'Our brothers among the dockers'],
    ],
    time: { edtf: '2026-03-10T18:15', words: 'at a quarter past six' },
    place: 'Shed 9',
    tags: ['Fire and cargo'],
  },
  {
    key: 'conditions',
    file: 'brigades',
    words: {
      from: 'We are prepared to hold to the truce',
      to: 'that no soldier cross the Lenn river while the inquiry sits.',
    },
    statement: 'The Brigades will hold to the truce if four conditions are met.',
    chain: [
      ['Dervan Brigades', 'official-statement'],
      ['Sefa Arlind', 'on-record', 'Commander Sefa Arlind, for the General Command'],
    ],
    hedge: 'conditional',
    time: { edtf: '2026-03-12/..' },
    tags: ['Politics'],
  },
  {
    key: 'roads',
    file: 'brigades',
    words: 'the roads to the coast will be closed within a day',
    statement:
      'If a village is shelled, the Brigades will close the roads to the coast within a day.',
    chain: [
      ['Dervan Brigades', 'official-statement'],
      ['Sefa Arlind', 'on-record', 'Commander Sefa Arlind, for the General Command'],
    ],
    hedge: 'threatened',
    time: { edtf: '2026-03-12/..' },
    tags: ['Politics'],
  },
  {
    key: 'madar-fire',
    file: 'madar',
    words: 'حريقاً اندلع في المستودع رقم 9 نحو الساعة السادسة والربع من مساء الثلاثاء',
    statement: 'A fire broke out in Shed 9 at about 18:15, half an hour before the explosion.',
    chain: [
      ['مدار الساحل', 'on-record'],
      ['Port authority source of Madar al-Sahil', 'anonymous', 'مصدر في هيئة ميناء نارسوفا'],
    ],
    time: {
      edtf: '2026-03-10T18:10/2026-03-10T18:20',
      words: 'نحو الساعة السادسة والربع من مساء الثلاثاء',
    },
    place: 'Shed 9',
    tags: ['Fire and cargo'],
  },
  {
    key: 'madar-oxidiser',
    file: 'madar',
    words: 'مئات الأطنان من مادة مؤكسِدة صودرت من سفينة في الخريف الماضي',
    statement: 'Shed 9 held hundreds of tonnes of an oxidiser taken off a ship in the autumn.',
    chain: [
      ['مدار الساحل', 'on-record'],
      ['Port authority source of Madar al-Sahil', 'anonymous'],
    ],
    time: { edtf: '2025-10~', words: 'في الخريف الماضي' },
    place: 'Shed 9',
    tags: ['Fire and cargo'],
  },
  {
    key: 'madar-blame',
    file: 'madar',
    words: 'كتائب ديرفان تقف وراء التفجير',
    statement: 'The Dervan Brigades caused the explosion.',
    chain: [
      ['مدار الساحل', 'on-record'],
      ['The Ardane Ledger', 'other-media', 'صحيفة «أردان ليدجر»'],
      ['Littoral', 'other-media', 'وكالة «ليتورال»'],
      ['Security official quoted by Littoral', 'anonymous', 'مسؤول أمني لم تسمّه'],
    ],
    time: { edtf: '2026-03-10' },
    tags: ['Attack'],
    note: 'A relay of a relay, and the only text that names the whole chain.',
  },
];

/** Words of 12 March worth marking. */
export const secondHighlights: readonly HighlightEntry[] = [
  {
    file: 'madar',
    words: 'ولم يتسنَّ للصحيفة التحقق من هذه الرواية من مصدر مستقل',
    tags: ['Sourcing'],
    note: '“The paper could not verify this account from an independent source.” No other relay says so.',
  },
  {
    file: 'brigades',
    words: 'We believe the authorities knew very well what lay in that building.',
    tags: ['Fire and cargo'],
    note: 'A belief, not a claim to know. The memo of January says more.',
  },
];

/** What the leaked memo says. */
export const thirdClaims: readonly ClaimEntry[] = [
  {
    key: 'oxidiser',
    file: 'memo',
    words:
      'It is calcium hypochlorite, about 380 tonnes, in sacks, some of which are torn and damp.',
    statement: 'Shed 9 held about 380 tonnes of calcium hypochlorite, badly stored.',
    chain: [
      ['Narsova Port Authority', 'leaked-document'],
      ['Wenna Sorrel', 'on-record', 'Wenna Sorrel, Hazardous Cargo Section'],
    ],
    time: { edtf: '2026-01-12', words: 'on 12 January' },
    place: 'Shed 9',
    tags: ['Fire and cargo', 'First hand'],
  },
  {
    key: 'drums',
    file: 'memo',
    words: 'the same shed has also held around 60 drums of paint thinner',
    statement: 'About 60 drums of paint thinner stood in the same shed.',
    chain: [
      ['Narsova Port Authority', 'leaked-document'],
      ['Wenna Sorrel', 'on-record', 'Wenna Sorrel, Hazardous Cargo Section'],
    ],
    time: { edtf: '2025-11~', words: 'Since late November' },
    place: 'Shed 9',
    tags: ['Fire and cargo', 'First hand'],
  },
  {
    key: 'forecast',
    file: 'memo',
    words: 'a fire in Shed 9 is likely before the summer if nothing is done',
    statement: 'A fire in Shed 9 is likely before the summer of 2026 if nothing is done.',
    chain: [
      ['Narsova Port Authority', 'leaked-document'],
      ['Wenna Sorrel', 'inference', 'In my judgement'],
    ],
    hedge: 'likely',
    time: { edtf: '2026-01-19/2026-05', words: 'before the summer' },
    place: 'Shed 9',
    tags: ['Fire and cargo'],
    note: 'Written seven weeks before.',
  },
  {
    key: 'ministry-copy',
    file: 'memo',
    words: 'the Ministry of the Interior was sent a copy of my December letter',
    statement: 'The Ministry of the Interior was warned of the cargo in December 2025.',
    chain: [
      ['Narsova Port Authority', 'leaked-document'],
      ['Wenna Sorrel', 'on-record'],
      ['Colleague of Sorrel in Customs Liaison', 'anonymous', 'A colleague in Customs Liaison'],
    ],
    time: { edtf: '2025-12' },
    tags: ['Politics'],
    note: '“I have not seen proof of that.” Worth asking the Ministry.',
  },
];

/** What the correction says. */
export const lastClaims: readonly ClaimEntry[] = [
  {
    key: 'withdrawn',
    file: 'correction',
    words: 'he had not heard the calls or read a transcript',
    statement:
      'The security official had neither heard the intercepted calls nor read a transcript.',
    chain: [
      ['Littoral', 'on-record'],
      ['Security official quoted by Littoral', 'anonymous', 'The official has since told Littoral'],
    ],
    tags: ['Sourcing'],
    evidence: {
      file: 'correction',
      words: 'He was repeating what a colleague in another department',
    },
  },
  {
    key: 'known-dead',
    file: 'correction',
    words: ['29 people are known to have died', 'The number of injured stands at 167'],
    statement: '29 people are known to have died and 167 were injured, as of noon on 14 March.',
    chain: [
      ['Littoral', 'on-record'],
      ['Lists of the two hospitals', 'on-record', 'lists kept by both hospitals'],
    ],
    time: { edtf: '2026-03-14T12:00', words: 'As of Saturday noon' },
    tags: ['Casualties'],
  },
  {
    key: 'chlorine',
    file: 'correction',
    words:
      'at least 40 of her patients had burns to the eyes and throat that were consistent with chlorine',
    statement: 'At least 40 patients of St Orban Hospital had burns consistent with chlorine.',
    chain: [
      ['Littoral', 'on-record'],
      ['Ilse Torvek', 'on-record', 'Dr Ilse Torvek of St Orban Hospital'],
    ],
    time: { edtf: '2026-03-10/2026-03-14' },
    place: 'St Orban Hospital',
    tags: ['Fire and cargo', 'First hand'],
  },
];

/** Words of the correction worth marking. */
export const lastHighlights: readonly HighlightEntry[] = [
  {
    file: 'correction',
    words: {
      from: "The official's account was carried by The Narsova Courier",
      to: 'referred to "national and international press".',
    },
    tags: ['Relay'],
    note: 'Who copied whom, from the origin itself. The “security sources”, the “officials” and “the press” are one man.',
  },
  {
    file: 'correction',
    words: 'The figure was too high. It counted five people twice',
    tags: ['Sourcing'],
    note: 'Says what was wrong, why, and by how much: what a correction should do.',
  },
];

const throughOfficial = [
  ['Security official quoted by Littoral', 'anonymous'],
  ['Colleague of the security official', 'anonymous'],
] as const;

/** Chains as the correction completes them: the plan comes from a colleague whom nobody has met. */
export const completedChains: readonly ChainEntry[] = [
  {
    claim: 'wire-plan',
    chain: [
      ['Littoral', 'on-record'],
      [
        'Security official quoted by Littoral',
        'anonymous',
        'The official, who spoke on condition of anonymity',
      ],
      ['Colleague of the security official', 'anonymous'],
    ],
  },
  {
    claim: 'courier-plan',
    chain: [
      ['The Narsova Courier', 'on-record'],
      ['Littoral', 'other-media'],
      ['Security official quoted by Littoral', 'anonymous', 'Security sources told the Courier'],
      ['Colleague of the security official', 'anonymous'],
    ],
  },
  {
    claim: 'courier-dead',
    chain: [
      ['The Narsova Courier', 'on-record'],
      ['Littoral', 'other-media'],
      ['Security official quoted by Littoral', 'anonymous', 'according to a security official'],
    ],
  },
  {
    claim: 'ledger-blame',
    chain: [
      ['The Ardane Ledger', 'on-record'],
      ['Littoral', 'other-media'],
      ['Security official quoted by Littoral', 'anonymous', 'officials have confirmed'],
    ],
  },
  {
    claim: 'ledger-plan',
    chain: [
      ['The Ardane Ledger', 'on-record'],
      ['Littoral', 'other-media', 'the Littoral agency'],
      ['Security official quoted by Littoral', 'anonymous', 'a security official'],
      ['Colleague of the security official', 'anonymous'],
    ],
  },
  {
    claim: 'ministry-plan',
    chain: [
      ['Ministry of the Interior', 'official-statement'],
      [
        'The press, as the Ministry calls it',
        'other-media',
        'the national and international press',
      ],
      ['Littoral', 'other-media'],
      ...throughOfficial,
    ],
  },
];
