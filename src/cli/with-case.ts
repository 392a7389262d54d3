import { recoverySentences } from '../contract/recovery-words.ts';
import { type CaseStore, openCase } from '../main/store/case-store.ts';
import { type Outcome, failed } from './outcome.ts';

/** Which case to open, and how. */
export interface CaseAccess {
  readonly path: string;
  /** Reading takes no lock: it works while the app has the case open. */
  readonly readOnly: boolean;
  readonly analyst: string;
  /** Opens of a damaged case what can be recovered. */
  readonly recover?: boolean;
}

/** Opens a case for one command and closes it whatever happens; what opening found is told with the outcome. */
export async function withCase(
  { path, ...how }: CaseAccess,
  command: (store: CaseStore) => Promise<Outcome>,
): Promise<Outcome> {
  const opened = await openCase(path, how);
  if (!opened.ok) return failed(opened.error);
  const store = opened.value;
  try {
    const outcome = await command(store);
    const notices = store.report === null ? [] : recoverySentences(store.report);
    return {
      ...outcome,
      json: { ...outcome.json, notices },
      problems: [...notices, ...outcome.problems],
    };
  } finally {
    await store.close();
  }
}
