import { basename } from 'node:path';
import { caseKey, caseName } from '../main/services/open-case.ts';
import { createCase } from '../main/store/case-store.ts';
import { type Outcome, failed } from './outcome.ts';

/** What `assay new` is asked. */
export interface NewCaseOptions {
  readonly path: string;
  /** The folder's name without `.assay` unless given. */
  readonly name?: string | undefined;
  readonly analyst: string;
}

/** Makes an empty case in a new folder. */
export async function newCase({ path, name, analyst }: NewCaseOptions): Promise<Outcome> {
  const created = await createCase(path, { name: name ?? basename(path, '.assay'), analyst });
  if (!created.ok) return failed(created.error);
  const store = created.value;
  await store.close();
  return {
    ending: 'done',
    json: { case: { id: caseKey(store), name: caseName(store), path: store.path } },
    lines: [`Created the case “${caseName(store)}” in ${store.path}`],
    problems: [],
  };
}
