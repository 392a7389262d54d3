import type { Finding, VerifyReport } from '../contract/verification.ts';
import type { AppError } from '../contract/errors.ts';
import { isAnythingMissing } from '../contract/recovery.ts';
import { recoverySentences } from '../contract/recovery-words.ts';
import type { Result } from '../domain/core/result.ts';
import { caseKey, caseName } from '../main/services/open-case.ts';
import { type CaseStore, openCase } from '../main/store/case-store.ts';
import { copyFolder } from '../main/store/copies/copy-folder.ts';
import { removeCaseFolder } from '../main/store/opening/create-case.ts';
import { type Outcome, failed } from './outcome.ts';

/** What `assay recover` is asked. */
export interface RecoverOptions {
  readonly path: string;
  /** A new folder for what can be recovered; unless given, the case is recovered in its place. */
  readonly out?: string | undefined;
  readonly analyst: string;
}

/**
 * Makes of a damaged case one to work on, and looks whether it is whole then. What was damaged is kept in it; with `out`
 * the case itself is not touched.
 */
export async function recoverWholeCase({ path, out, analyst }: RecoverOptions): Promise<Outcome> {
  const copied = out === undefined ? null : await copyFolder(path, out);
  if (copied?.ok === false) return failed(copied.error);
  const opened = await openCase(out ?? path, { readOnly: false, analyst, recover: true });
  if (!opened.ok) {
    // Nobody needs a copy of what cannot be recovered.
    if (out !== undefined) await removeCaseFolder(out);
    return failed(opened.error);
  }
  const { value: store } = opened;
  // Closing writes the checkpoints, and gives back the lock; then the case is looked at as anybody would find it.
  await store.close();
  const verified = await verifyAgain(store.path, analyst);
  return verified.ok ? outcomeOf(store, verified.value.findings) : failed(verified.error);
}

async function verifyAgain(path: string, analyst: string): Promise<Result<VerifyReport, AppError>> {
  // Without `recover`: it has to open as a sound case does.
  const opened = await openCase(path, { readOnly: true, analyst });
  if (!opened.ok) return opened;
  const verified = await opened.value.verify();
  await opened.value.close();
  return verified;
}

function outcomeOf(store: CaseStore, findings: readonly Finding[]): Outcome {
  const { report, path } = store;
  const found = [
    ...(report === null ? [] : recoverySentences(report)),
    ...findings.map(({ place, problem }) => `${place}: ${problem}`),
  ];
  const isWhole = findings.length === 0 && (report === null || !isAnythingMissing(report));
  return {
    ending: isWhole ? 'done' : 'incomplete',
    json: { case: { id: caseKey(store), name: caseName(store), path }, recovery: report, findings },
    lines: [
      ...(found.length === 0 ? ['Nothing was damaged.'] : found),
      `The case “${caseName(store)}” is in ${path}`,
    ],
    problems: isWhole
      ? []
      : [
          'Something of this case is missing. If there is a backup, look in it for what is named here.',
        ],
  };
}
