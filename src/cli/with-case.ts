import { type CaseStore, openCase } from '../main/store/case-store.ts';
import { type Outcome, failed } from './outcome.ts';

/** Which case to open, and how. */
export interface CaseAccess {
  readonly path: string;
  /** Reading takes no lock: it works while the app has the case open. */
  readonly readOnly: boolean;
  readonly analyst: string;
}

/** Opens a case for one command and closes it whatever happens; what opening found is told with the outcome. */
export async function withCase(
  { path, readOnly, analyst }: CaseAccess,
  command: (store: CaseStore) => Promise<Outcome>,
): Promise<Outcome> {
  const opened = await openCase(path, { readOnly, analyst });
  if (!opened.ok) return failed(opened.error);
  const store = opened.value;
  try {
    const outcome = await command(store);
    const { notices } = store;
    return {
      ...outcome,
      json: { ...outcome.json, notices },
      problems: [...notices, ...outcome.problems],
    };
  } finally {
    await store.close();
  }
}
