import type { ImportOutcome, ImportProgress, ImportReport } from '../../../contract/imports.ts';
import { invoke, listen } from '../../state/bridge.ts';
import { openReader } from '../../state/navigation.ts';
import { notify, notifyOfCaseLeft } from '../../state/notices.ts';
import { createPerCase, untilCaseGoes } from '../../state/per-case.ts';
import { counted } from '../../../domain/core/counted.ts';
import { tellRefusal } from '../../state/refusals.ts';
import { type DroppedFiles, readDropped } from './dropped-files.ts';

interface ImportStore {
  /** How far those under way are, by their jobs, in the order in which they began to tell. */
  readonly underWay: ReadonlyMap<string, ImportProgress>;
  /** The report that is on show. */
  readonly report: ImportReport | null;
  readonly isPasting: boolean;
}

/** The imports under way, and what became of the last one. */
export const useImports = createPerCase<ImportStore>({
  underWay: new Map(),
  report: null,
  isPasting: false,
});

/** Asks for files and imports them. */
export async function importFiles(): Promise<void> {
  await importBy((job) => invoke('import/files', { job }));
}

/** Asks for a folder and imports everything in it. */
export async function importFolder(): Promise<void> {
  await importBy((job) => invoke('import/folder', { job }));
}

/** Imports text that was typed or pasted. */
export async function importPasted(title: string, text: string): Promise<void> {
  useImports.setState({ isPasting: false });
  await importBy((job) => invoke('import/pasted', { job, title, text }));
}

/** Imports what was dropped into the window, folders with everything in them. */
export async function importDropped(dropped: DroppedFiles): Promise<void> {
  // Reading a dropped folder takes its time, in which another case may be opened.
  const isOpen = untilCaseGoes();
  const { files, refused } = await readDropped(dropped);
  if (!isOpen()) return;
  if (files.length === 0) {
    finish({ cancelled: false, outcomes: refused });
    return;
  }
  await importBy((job) => invoke('import/dropped', { job, files }), refused);
}

/** Cancels an import under way; nothing of it is added. */
export async function cancelImport(job: string): Promise<void> {
  cancelledHere.add(job);
  await invoke('import/cancel', { job });
}

// The jobs that the analyst has cancelled; any other that is cancelled was so because its case was left.
const cancelledHere = new Set<string>();

type Answer = Awaited<ReturnType<typeof invoke<'import/files'>>>;

async function importBy(
  start: (job: string) => Promise<Answer>,
  refused: readonly ImportOutcome[] = [],
): Promise<void> {
  const isOpen = untilCaseGoes();
  const own = crypto.randomUUID();
  const stop = listen('import/progress', ({ job, ...progress }) => {
    if (job === own && isOpen()) tell((underWay) => underWay.set(own, progress));
  });
  const answer = await start(own);
  stop();
  if (isOpen()) tell((underWay) => underWay.delete(own));
  const isOurs = cancelledHere.delete(own);
  if (answer.ok && answer.value?.cancelled === true && !isOurs) {
    const count = counted(answer.value.outcomes.length, 'file');
    notifyOfCaseLeft(`The import of ${count} was cancelled with its case; nothing was added.`);
  } else if (!isOpen()) return;
  else if (!answer.ok) tellRefusal(answer.error);
  else if (answer.value !== null) {
    finish({ ...answer.value, outcomes: [...answer.value.outcomes, ...refused] });
  }
}

function tell(change: (underWay: Map<string, ImportProgress>) => void): void {
  const underWay = new Map(useImports.getState().underWay);
  change(underWay);
  useImports.setState({ underWay });
}

// A single good file is simply opened, at the document it mainly is; anything that needs a word gets the list.
function finish(report: ImportReport): void {
  const [only] = report.outcomes;
  if (report.outcomes.length === 0) notify('error', 'There is nothing to import in there.');
  else if (report.cancelled) finishCancelled(report);
  else if (report.outcomes.every((outcome) => outcome.status === 'imported')) {
    notify(
      'done',
      `Imported ${counted(report.outcomes.flatMap(({ documents }) => documents).length, 'document')}.`,
    );
    if (report.outcomes.length === 1 && only?.status === 'imported') openReader(only.documents[0]);
  } else useImports.setState({ report });
}

// What is wrong with a file is so whether or not the import went on.
function finishCancelled({ outcomes }: ImportReport): void {
  notify('done', 'The import was cancelled; nothing was added.');
  const failed = outcomes.filter(
    (outcome) => outcome.status === 'failed' && outcome.error.code !== 'import/cancelled',
  );
  if (failed.length > 0) useImports.setState({ report: { cancelled: true, outcomes: failed } });
}
