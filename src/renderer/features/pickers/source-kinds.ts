import type { Manner, SourceKind } from '../../../domain/records/vocabulary.ts';

const kinds: Readonly<Record<Manner, SourceKind>> = {
  'on-record': 'person',
  anonymous: 'anonymous-person',
  'official-statement': 'organisation',
  'leaked-document': 'document',
  eyewitness: 'person',
  'social-post': 'account',
  'other-media': 'outlet',
  inference: 'person',
};

/** What a source most likely is that speaks in the given manner: a first guess, for the analyst to correct. */
export function kindForManner(manner: Manner): SourceKind {
  return kinds[manner];
}
