import type { Finding } from '../contract/verification.ts';
import { counted } from '../domain/core/counted.ts';
import { type RecoveryReport, isCalm, isMendable } from '../contract/recovery.ts';
import { strangersAdvice } from '../contract/recovery-words.ts';
import type { CaseStore } from '../main/store/case-store.ts';
import { findingsOf } from '../main/store/recovery/verify.ts';
import { type Outcome, failed } from './outcome.ts';

/** Checks an open case against its journal, its files against their hashes, and every quote against its text. */
export async function verifyWholeCase(store: CaseStore): Promise<Outcome> {
  const verified = await store.verify();
  if (!verified.ok) return failed(verified.error);
  const { changes, head, documents, quotes, strangers } = verified.value;
  // Opening has repaired what it could in memory alone, since the case is only read; that counts as a fault of the
  // folder.
  const recovery = verified.value.recovery ?? store.report;
  const findings = withFaults(verified.value.findings, recovery);
  const isIntact = findings.length === 0;
  const checked = [
    counted(changes, 'change'),
    counted(documents, 'document'),
    counted(quotes, 'quote'),
  ].join(', ');
  return {
    ending: isIntact ? 'done' : 'damaged',
    json: { intact: isIntact, changes, head, documents, quotes, findings, recovery, strangers },
    lines: [
      ...findings.map(({ place, problem }) => `${place}: ${problem}`),
      `Checked ${checked}; last change ${head}.`,
      ...(isIntact ? ['Everything is as it should be.'] : []),
      ...strangerLines(strangers),
    ],
    problems: isIntact
      ? []
      : [
          `The case has ${counted(findings.length, 'fault')}. Nothing was changed; ${remedy(recovery)}.`,
        ],
  };
}

// What opening passed over, because nothing of the case depends on it, was not there to be verified.
function withFaults(findings: readonly Finding[], recovery: RecoveryReport | null): Finding[] {
  const places = new Set(findings.map(({ place }) => place));
  const others = recovery === null || isCalm(recovery) ? [] : findingsOf(recovery.found);
  return [...findings, ...others.filter(({ place }) => !places.has(place))];
}

/** Files that are not the case's are told and are no fault: nothing depends on them. */
function strangerLines(strangers: readonly string[]): string[] {
  if (strangers.length === 0) return [];
  return [
    'These files are not the case’s:',
    ...strangers.map((name) => `  ${name}`),
    strangersAdvice,
  ];
}

// What texts, originals and quotes have lost nothing else in the case can bring back.
function remedy(recovery: RecoveryReport | null): string {
  return recovery !== null && isMendable(recovery)
    ? 'recover it with “assay recover”, or restore a backup'
    : 'restore a backup, or ask for help with a copy of the folder';
}
