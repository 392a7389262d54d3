/** One entry of a closed vocabulary: the stored value, its label on screen, and what it means. */
export interface Term<V extends string = string> {
  readonly value: V;
  readonly label: string;
  readonly meaning: string;
}

/** How a hop of an attribution speaks. */
export const manners = [
  { value: 'on-record', label: 'On record', meaning: 'Speaks or publishes under its own name.' },
  { value: 'anonymous', label: 'Anonymous', meaning: 'Speaks on condition of not being named.' },
  {
    value: 'official-statement',
    label: 'Official statement',
    meaning: 'A written or read statement of an organisation.',
  },
  {
    value: 'leaked-document',
    label: 'Leaked document',
    meaning: 'A document not meant for publication.',
  },
  { value: 'eyewitness', label: 'Eyewitness', meaning: 'Says to have seen or heard it.' },
  { value: 'social-post', label: 'Social post', meaning: 'Posted by an account on a platform.' },
  { value: 'other-media', label: 'Other media', meaning: 'Repeats what another outlet published.' },
  {
    value: 'inference',
    label: 'Inference',
    meaning: 'Concludes it from other things; nobody said so.',
  },
] as const satisfies readonly Term[];
export type Manner = (typeof manners)[number]['value'];

/** How firmly the text itself puts a claim. */
export const hedges = [
  { value: 'asserted', label: 'Asserted', meaning: 'Stated as fact.' },
  { value: 'likely', label: 'Likely', meaning: 'Stated as probable.' },
  { value: 'possible', label: 'Possible', meaning: 'Stated as something that may be so.' },
  { value: 'denied', label: 'Denied', meaning: 'Stated not to be so.' },
  { value: 'conditional', label: 'Conditional', meaning: 'Holds only if something else does.' },
  { value: 'threatened', label: 'Threatened', meaning: 'Announced as a threat.' },
  { value: 'planned', label: 'Planned', meaning: 'Announced as an intention.' },
  { value: 'rumoured', label: 'Rumoured', meaning: 'Said to be said, by nobody in particular.' },
] as const satisfies readonly Term[];
export type Hedge = (typeof hedges)[number]['value'];

/** What a source is. */
export const sourceKinds = [
  { value: 'outlet', label: 'Outlet', meaning: 'A newspaper, agency, broadcaster or site.' },
  { value: 'person', label: 'Person', meaning: 'A named person.' },
  {
    value: 'anonymous-person',
    label: 'Anonymous person',
    meaning: 'One or more people whose names are withheld.',
  },
  { value: 'organisation', label: 'Organisation', meaning: 'A ministry, party, company or group.' },
  { value: 'document', label: 'Document', meaning: 'A report, memo, record or recording.' },
  { value: 'account', label: 'Account', meaning: 'An account on a platform.' },
] as const satisfies readonly Term[];
export type SourceKind = (typeof sourceKinds)[number]['value'];

/** How one claim stands to another. Only "updates" and "elaborates" have a direction. */
export const linkKinds = [
  { value: 'corroborates', label: 'Corroborates', meaning: 'Both say the same.' },
  { value: 'contradicts', label: 'Contradicts', meaning: 'Both cannot be true.' },
  { value: 'same-origin', label: 'Same origin', meaning: 'Both come from one origin.' },
  { value: 'updates', label: 'Updates', meaning: 'Replaces what the other said earlier.' },
  { value: 'elaborates', label: 'Elaborates', meaning: 'Adds detail to the other.' },
] as const satisfies readonly Term[];
export type LinkKind = (typeof linkKinds)[number]['value'];

/** The stored values of a vocabulary, in the shape `z.enum` wants. */
export function valuesOf<const T extends readonly Term[]>(terms: T): T[number]['value'][] {
  return terms.map((term) => term.value);
}

/** The entry of a stored value. */
export function termOf<V extends string>(terms: readonly Term<V>[], value: V): Term<V> {
  const term = terms.find((candidate) => candidate.value === value);
  if (term === undefined) throw new Error(`No term "${value}"`);
  return term;
}
