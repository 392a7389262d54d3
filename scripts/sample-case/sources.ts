import type { SourceEntry } from './content.ts';

/** Whom the first day's documents name; parents before those who belong to them. */
export const firstSources: readonly SourceEntry[] = [
  {
    name: 'Littoral',
    kind: 'outlet',
    aliases: ['Littoral news agency', 'Littoral agency', 'ليتورال'],
    access: 'A reporter in Narsova; officials and the hospital by telephone.',
    record: 'Says what it could not verify. No earlier reports in this case.',
  },
  {
    name: 'Security official quoted by Littoral',
    kind: 'anonymous-person',
    access: 'Says he knows of intercepted calls; why he would know them is not said.',
    bias: 'Not authorised to brief the press, and speaks against an armed group the government fights.',
  },
  {
    name: 'The Narsova Courier',
    kind: 'outlet',
    access: 'Reporters in the city.',
    bias: 'Writes for the people who were hit: “our neighbours”.',
  },
  {
    name: 'Security sources of the Courier',
    kind: 'anonymous-person',
    access: 'Not described. More than one, if the plural is to be believed.',
  },
  {
    name: 'Customs service',
    kind: 'organisation',
    access: 'Keeps the register of Shed 9.',
  },
  {
    name: 'Customs clerk quoted by the Courier',
    kind: 'anonymous-person',
    parent: 'Customs service',
    access: 'Works for customs; had not been inside the shed herself.',
    bias: 'Afraid of losing her job, which speaks for her.',
  },
  {
    name: 'The Ardane Ledger',
    kind: 'outlet',
    access: 'In the capital. Gives no sign of having had anybody in Narsova.',
    record: 'Its headline “confirms” what its own text takes from an agency.',
  },
  {
    name: 'Officials of the Ledger',
    kind: 'anonymous-person',
    access: 'Not described.',
  },
  {
    name: 'Ministry of the Interior',
    kind: 'organisation',
    aliases: ['Interior Ministry', 'وزارة الداخلية'],
    access: 'Leads the investigation and commands the police.',
    bias: 'A party to the conflict with the Brigades; threatens to prosecute other accounts.',
  },
  {
    name: 'Ardane Institute for Strategic Affairs',
    kind: 'organisation',
    access: 'None to the event.',
    bias: 'Receives part of its budget from the Ministry of the Interior.',
  },
  {
    name: 'Nadim Osterley',
    kind: 'person',
    aliases: ['Professor Nadim Osterley', 'Prof. Osterley'],
    parent: 'Ardane Institute for Strategic Affairs',
    access: 'By his own word, none beyond the press.',
  },
  {
    name: 'Reader of the cabinet agenda',
    kind: 'anonymous-person',
    access: 'Has seen the agenda; not what the minister will say.',
  },
  {
    name: 'The press, as the Ministry calls it',
    kind: 'outlet',
    access: 'Unknown: “the national and international press”, no paper named.',
  },
  {
    name: 'Customs register of Shed 9',
    kind: 'document',
    parent: 'Customs service',
    access: 'Should list what was stored. Seen by nobody outside the government.',
  },
  {
    name: 'St Orban Hospital',
    kind: 'organisation',
    access: 'Took in most of the dead and injured.',
  },
  {
    name: 'Ilse Torvek',
    kind: 'person',
    aliases: ['Dr Ilse Torvek'],
    parent: 'St Orban Hospital',
    access: 'Head of emergency medicine; counts what comes into her own wards.',
  },
  {
    name: 'Joren Pask',
    kind: 'person',
    access: 'Crane operator at the East Basin; watched the shed before the explosion.',
  },
  {
    name: '@cranefour_narsova',
    kind: 'account',
    aliases: ['Crane Four'],
    access: 'Says to have been in the cab of crane 4. Clock times read off while it happened.',
    record: 'Marks what was only heard from others, and takes back nothing.',
  },
  {
    name: 'João, cousin of Crane Four',
    kind: 'person',
    parent: 'Customs service',
    access: 'Works for customs. Whether he saw the cargo is not said.',
  },
  {
    name: 'Somebody at the Café Möwe',
    kind: 'anonymous-person',
    access: 'None that is known.',
  },
];

/** Whom the documents of 12 March name. */
export const secondSources: readonly SourceEntry[] = [
  {
    name: 'Dervan Brigades',
    kind: 'organisation',
    aliases: ['The Brigades', 'كتائب ديرفان'],
    access: 'Knows what it ordered and where its fighters were.',
    bias: 'The accused. Every word serves its case for the truce.',
  },
  {
    name: 'Sefa Arlind',
    kind: 'person',
    aliases: ['Commander Sefa Arlind'],
    parent: 'Dervan Brigades',
    access: 'Signs for the General Command.',
  },
  {
    name: 'Dockers who spoke to the Brigades',
    kind: 'anonymous-person',
    access: 'Work at the East Basin, so may have seen it.',
    bias: 'Known only through the Brigades.',
  },
  {
    name: 'مدار الساحل',
    kind: 'outlet',
    aliases: ['Madar al-Sahil'],
    access: 'Has a source of its own in the port; for the rest, relays and says whom.',
    record: 'Names the whole chain of what it relays, and what it could not check.',
  },
  {
    name: 'Narsova Port Authority',
    kind: 'organisation',
    access: 'Ran the port and stored the cargo.',
    bias: 'Answerable for the storage. Has answered nobody.',
  },
  {
    name: 'Port authority source of Madar al-Sahil',
    kind: 'anonymous-person',
    parent: 'Narsova Port Authority',
    access: 'Read one of the warning letters.',
    bias: 'Fears prosecution, which speaks for him.',
  },
];

/** Whom the leaked memo names. */
export const thirdSources: readonly SourceEntry[] = [
  {
    name: 'Wenna Sorrel',
    kind: 'person',
    parent: 'Narsova Port Authority',
    access: 'Head of the section that sampled the cargo. Wrote seven weeks before the explosion.',
    record: 'Says which of her sentences is measurement, which is judgement and which is hearsay.',
  },
  {
    name: 'Colleague of Sorrel in Customs Liaison',
    kind: 'anonymous-person',
    parent: 'Customs service',
    access: 'Deals with customs and the ministries; the letter itself was not shown.',
  },
];

/** Whom the correction names. */
export const lastSources: readonly SourceEntry[] = [
  {
    name: 'Colleague of the security official',
    kind: 'anonymous-person',
    access: 'In “another department”. Neither the calls nor a transcript were ever shown.',
  },
  {
    name: 'Lists of the two hospitals',
    kind: 'document',
    access: 'Names of the dead, kept by both hospitals; seen by Littoral.',
  },
];
