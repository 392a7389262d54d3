import type { Finding, VerifyProgress, VerifyReport } from '../../../contract/verification.ts';
import { spanMatches } from '../../../domain/anchoring/spans.ts';
import { CaseState, type CaseView } from '../../../domain/core/case-state.ts';
import { type AppError, appError } from '../../../contract/errors.ts';
import type { DocumentRecord } from '../../../domain/records/document/record.ts';
import { type AnyRecord, spansOf } from '../../../domain/records/registry.ts';
import { homeOf } from '../../../domain/records/residence.ts';
import { layoutFits } from '../../../domain/core/layout.ts';
import type { Span } from '../../../domain/core/span.ts';
import { type FileFault, emptyReport } from '../../../contract/recovery.ts';
import { faultPlace, faultProblem } from '../../../contract/recovery-words.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import { type CaseFolder, caseFile, documentPlace } from '../disk/case-folder.ts';
import { attempt } from '../disk/file-errors.ts';
import { type JournalMark, journalStart } from '../journal/journal-line.ts';
import { readJournal } from '../journal/journal-reader.ts';
import { differing, misfits } from '../memory/whole-case.ts';
import { type LoadedCase, faultOf, loadCase } from '../opening/load-case.ts';
import { reportOf } from '../opening/opening-report.ts';
import { salvageCase } from './salvage.ts';
import { Slices } from '../disk/slices.ts';
import { strangersIn } from './strangers.ts';
import { TextStore } from '../texts/texts.ts';

/**
 * Checks a case folder up to a mark: the journal's chain from its first line, the checkpoints (with the journal after them)
 * against a replay of the whole journal, texts, layouts and originals against their hashes, and every quote against its text. Where the
 * journal is damaged, what could be recovered is checked. Fails only where the folder cannot be read; what is wrong with its
 * content are findings. Names what is in the folder and is not the case's. Changes nothing.
 */
export async function verifyCase(
  folder: CaseFolder,
  mark: JournalMark,
  now: Date,
  progress: (done: VerifyProgress) => void = () => undefined,
): Promise<Result<VerifyReport, AppError>> {
  const strangers = await attempt(folder.path, () => strangersIn(folder));
  if (!strangers.ok) return strangers;
  const checked = await checkJournal(folder, mark, now, progress);
  if (!checked.ok) return checked;
  const { state, changes, head, findings, recovery } = checked.value;
  const misfit = [...(await misfits(state))].map((problem) => ({ place: 'journal', problem }));
  const { quotes, found } = await verifyFiles(folder, state, (documents) => {
    progress({ changes, documents });
  });
  return ok({
    ...{ changes, head, documents: state.count('document'), quotes, recovery },
    strangers: strangers.value,
    findings: [...findings, ...misfit, ...found],
  });
}

interface CheckedJournal extends Omit<VerifyReport, 'documents' | 'quotes' | 'strangers'> {
  readonly state: CaseState;
}

async function checkJournal(
  folder: CaseFolder,
  mark: JournalMark,
  now: Date,
  progress: (done: VerifyProgress) => void,
): Promise<Result<CheckedJournal, AppError>> {
  const state = new CaseState();
  let end = journalStart;
  let changes = 0;
  const tail = await readJournal(
    folder,
    journalStart,
    (line) => {
      state.apply(line.diff);
      end = { ...end, seq: line.seq, hash: line.hash };
      changes += 1;
      progress({ changes, documents: 0 });
    },
    mark.bytes,
  );
  if (!tail.ok) return checkDamaged(folder, now, tail.error);
  // The journal is whole as far as it goes, and ends before what this program knows to have been written.
  if (end.hash !== mark.hash) {
    const place = `journal (what came after change ${end.seq} is missing)`;
    return checkDamaged(folder, now, appError('store/damaged', { path: folder.path, place }));
  }
  const loaded = await loadCase(folder, { acceptNewer: true, until: mark.bytes });
  if (!loaded.ok) return checkDamaged(folder, now, loaded.error);
  const compared = await compareCheckpoints(loaded.value, state, mark, now);
  return ok({ state, changes, head: end.hash, ...compared });
}

// Of a case that would not open as it is: what could be recovered, and at least that which stands in the way.
async function checkDamaged(
  folder: CaseFolder,
  now: Date,
  damage: AppError,
): Promise<Result<CheckedJournal, AppError>> {
  if (damage.code !== 'store/damaged') return err(damage);
  const salvaged = await salvageCase(folder, now);
  if (!salvaged.ok) return salvaged;
  const { state, mark, report } = salvaged.value;
  const found = findingsOf(report.found.filter(({ problem }) => problem !== 'incomplete'));
  const inTheWay = { place: damage.facts.place, problem: 'The journal is damaged.' };
  const findings = found.length > 0 ? found : [inTheWay];
  const { changes } = report.rebuilt;
  return ok({ state, changes, head: mark.hash, findings, recovery: report });
}

async function compareCheckpoints(
  loaded: LoadedCase,
  replayed: CaseState,
  mark: JournalMark,
  now: Date,
): Promise<Pick<CheckedJournal, 'findings' | 'recovery'>> {
  const { state, unusable, checkpoints } = loaded;
  if (unusable.length > 0)
    return { findings: findingsOf(unusable), recovery: reportOf(loaded, now) };
  // Another process has gone on since this one read the case.
  if (checkpoints.seq > mark.seq) return { findings: [], recovery: null };
  return differences(state, replayed, mark, now);
}

// Checkpoints that are intact and say something else than the journal, which a recovery would make anew.
async function differences(
  state: CaseState,
  replayed: CaseState,
  mark: JournalMark,
  now: Date,
): Promise<Pick<CheckedJournal, 'findings' | 'recovery'>> {
  const records = await differing(replayed, state);
  if (records.length === 0) return { findings: [], recovery: null };
  // A record that the journal does not know is looked up where it is; all others where they should be.
  const places = new Set(
    records.map((record) =>
      placeOf(record, replayed.get(record.id) === undefined ? state : replayed),
    ),
  );
  const found = [...places].map((place) => faultOf(place, 'unchained'));
  const rebuilt = { records: records.length, changes: mark.seq };
  const problem = 'The checkpoint does not say what the journal says.';
  return {
    findings: [...places].map((place) => ({ place, problem })),
    recovery: { ...emptyReport(now.toISOString()), found, rebuilt },
  };
}

/** Faults of the folder as findings of a verification. */
export function findingsOf(faults: readonly FileFault[]): Finding[] {
  return faults.map((fault) => ({
    place: faultPlace(fault),
    problem: `The file ${faultProblem(fault)}.`,
  }));
}

function placeOf(record: AnyRecord, view: CaseView): string {
  const home = homeOf(record, view.get.bind(view));
  return home === null ? caseFile : documentPlace(home);
}

async function verifyFiles(
  folder: CaseFolder,
  state: CaseState,
  progress: (checked: number) => void,
): Promise<{ quotes: number; found: Finding[] }> {
  const slices = new Slices();
  const texts = new TextStore(folder);
  const found: Finding[] = [];
  let quotes = 0;
  let checked = 0;
  // One document after another: the texts of a whole case need not fit into memory.
  for (const document of state.all('document')) {
    const original = await texts.getOriginal(document.original);
    if (!original.ok) found.push(findingOf(document, original.error));
    found.push(...(await misplaced(document, texts)));
    const text = await texts.get(document.text);
    if (!text.ok) found.push(findingOf(document, text.error));
    else {
      const spans = spansIn(state, document);
      quotes += spans.length;
      found.push(...misquoted(document, text.value.text, spans));
    }
    checked += 1;
    progress(checked);
    await slices.pause();
  }
  return { quotes, found };
}

async function misplaced(document: DocumentRecord, texts: TextStore): Promise<Finding[]> {
  if (document.layout === null) return [];
  const layout = await texts.getLayout(document.layout);
  if (!layout.ok) return [findingOf(document, layout.error)];
  const misfit = { place: document.id, problem: 'Its pages speak of more than its text.' };
  return layoutFits(layout.value, document.length) ? [] : [misfit];
}

function findingOf(document: DocumentRecord, error: AppError): Finding {
  return error.code === 'store/damaged'
    ? { place: error.facts.place, problem: `A file of “${document.title}” is missing or altered.` }
    : { place: document.id, problem: error.message };
}

function misquoted(
  document: DocumentRecord,
  text: string,
  spans: readonly (readonly [AnyRecord, Span])[],
): Finding[] {
  const wrongLength = { place: document.id, problem: 'Its text is not as long as it should be.' };
  return [
    ...(text.length === document.length ? [] : [wrongLength]),
    ...spans
      .filter(([, span]) => !spanMatches(text, span))
      .map(([{ id }, { exact }]) => ({
        place: id,
        problem: `“${exact}” is not what its text says.`,
      })),
  ];
}

// Every stretch of a document's text that a record quotes, with that record.
function spansIn(state: CaseState, { id }: DocumentRecord): [AnyRecord, Span][] {
  return [...state.referrers(id)].flatMap((referrer) => {
    const record: AnyRecord | undefined = state.get(referrer);
    if (record === undefined) return [];
    const own = spansOf(record).filter(({ document }) => document === id);
    return own.map(({ span }): [AnyRecord, Span] => [record, span]);
  });
}
