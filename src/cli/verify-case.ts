import { counted } from '../domain/counted.ts';
import type { CaseStore } from '../main/store/case-store.ts';
import { type Outcome, failed } from './outcome.ts';

/** Checks an open case against its journal, its files against their hashes, and every quote against its text. */
export async function verifyWholeCase(store: CaseStore): Promise<Outcome> {
  const verified = await store.verify();
  if (!verified.ok) return failed(verified.error);
  const { changes, head, documents, quotes, findings } = verified.value;
  const isIntact = findings.length === 0;
  const checked = [
    counted(changes, 'change'),
    counted(documents, 'document'),
    counted(quotes, 'quote'),
  ].join(', ');
  return {
    ending: isIntact ? 'done' : 'damaged',
    json: { intact: isIntact, changes, head, documents, quotes, findings },
    lines: [
      ...findings.map(({ place, problem }) => `${place}: ${problem}`),
      `Checked ${checked}; last change ${head}.`,
      ...(isIntact ? ['Everything is as it should be.'] : []),
    ],
    problems: isIntact
      ? []
      : [
          `The case has ${counted(findings.length, 'fault')}. Nothing was changed; restore a backup, or ask for help with a copy of the folder.`,
        ],
  };
}
