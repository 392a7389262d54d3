import type { CaseStore } from '../store/case-store.ts';

/** The id under which this machine remembers how a case's screens were left: the case keeps it wherever it is moved. */
export function caseKey(store: CaseStore): string {
  const [record] = store.view.all('case');
  return record?.id ?? store.path;
}

/** The name of an open case. */
export function caseName(store: CaseStore): string {
  const [record] = store.view.all('case');
  return record?.name ?? '';
}

/** A name as a file may have it: what file systems refuse becomes a space. */
export function fileNameOf(name: string): string {
  const clean = name.replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ').trim();
  return clean.slice(0, 80) || 'Case';
}
