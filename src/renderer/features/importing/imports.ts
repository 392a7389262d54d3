import type { ImportOutcome, ImportProgress, ImportReport } from '../../../contract/imports.ts';
import { invoke, listen } from '../../state/bridge.ts';
import { openReader } from '../../state/navigation.ts';
import { notify } from '../../state/notices.ts';
import { createPerCase, untilCaseGoes } from '../../state/per-case.ts';
import type { DocumentId } from '../../../domain/records/document/record.ts';
import { tellRefusal } from '../../state/refusals.ts';
import { type DroppedFiles, readDropped } from './dropped-files.ts';

interface ImportStore {
  readonly progress: ImportProgress | null;
  /** The report that is on show. */
  readonly report: ImportReport | null;
  readonly isPasting: boolean;
}

/** The import under way, and what became of the last one. */
export const useImports = createPerCase<ImportStore>({
  progress: null,
  report: null,
  isPasting: false,
});

/** Asks for files and imports them. */
export async function importFiles(): Promise<void> {
  await importBy(() => invoke('import/files', {}));
}

/** Asks for a folder and imports everything in it. */
export async function importFolder(): Promise<void> {
  await importBy(() => invoke('import/folder', {}));
}

/** Imports text that was typed or pasted. */
export async function importPasted(title: string, text: string): Promise<void> {
  useImports.setState({ isPasting: false });
  await importBy(() => invoke('import/pasted', { title, text }));
}

/** Imports what was dropped into the window, folders with everything in them. */
export async function importDropped(dropped: DroppedFiles): Promise<void> {
  // Reading a dropped folder takes its time, in which another case may be opened.
  const isOpen = untilCaseGoes();
  const { files, refused } = await readDropped(dropped);
  if (!isOpen()) return;
  if (files.length === 0) {
    // There was nothing to send, so no job: only refusals to tell.
    finish({ job: '', cancelled: false, outcomes: refused });
    return;
  }
  await importBy(() => invoke('import/dropped', { files }), refused);
}

/** Cancels the import under way; nothing of it is added. */
export async function cancelImport(): Promise<void> {
  const { progress } = useImports.getState();
  if (progress !== null) await invoke('import/cancel', { job: progress.job });
}

type Answer = Awaited<ReturnType<typeof invoke<'import/files'>>>;

async function importBy(
  start: () => Promise<Answer>,
  refused: readonly ImportOutcome[] = [],
): Promise<void> {
  const isOpen = untilCaseGoes();
  // Only while an import of this window runs; the first progress also says which job it is.
  const stop = listen('import/progress', (progress) => {
    if (isOpen()) useImports.setState({ progress });
  });
  const answer = await start();
  stop();
  if (isOpen()) useImports.setState({ progress: null });
  if (!answer.ok) tellRefusal(answer.error);
  else if (answer.value !== null && isOpen()) {
    finish({ ...answer.value, outcomes: [...answer.value.outcomes, ...refused] });
  }
}

// A single good file is simply opened, at the document it mainly is; anything that needs a word gets the list.
function finish(report: ImportReport): void {
  const [only] = report.outcomes;
  if (report.outcomes.length === 0) notify('error', 'There is nothing to import in there.');
  else if (report.cancelled) notify('done', 'The import was cancelled; nothing was added.');
  else if (report.outcomes.every((outcome) => outcome.status === 'imported')) {
    notify('done', `Imported ${counted(report.outcomes.flatMap(({ documents }) => documents))}.`);
    if (report.outcomes.length === 1 && only?.status === 'imported') openReader(only.documents[0]);
  } else useImports.setState({ report });
}

function counted({ length }: readonly DocumentId[]): string {
  return length === 1 ? 'one document' : `${length} documents`;
}
