import type { ImportOutcome, ImportReport } from '../contract/imports.ts';
import { counted } from '../domain/core/counted.ts';
import type { Outcome } from './outcome.ts';

/** What is said of an import, file by file; `paths` are those by which the user knows the files. */
export function importOutcome(
  { outcomes, cancelled }: ImportReport,
  paths: readonly string[],
): Outcome {
  // Outcomes come in the order of the inputs, one for each.
  const files = outcomes.map((outcome, index) => ({ path: paths[index] ?? outcome.name, outcome }));
  const failures = files.filter(({ outcome }) => outcome.status === 'failed');
  const tally: Tally = {
    imported: outcomes.filter(({ status }) => status === 'imported').length,
    documents: outcomes.reduce(
      (sum, outcome) => sum + (outcome.status === 'imported' ? outcome.documents.length : 0),
      0,
    ),
    known: outcomes.filter(({ status }) => status === 'known').length,
    failed: failures.length,
  };
  return {
    ending: cancelled ? 'interrupted' : failures.length > 0 ? 'someNotImported' : 'done',
    json: { ...tally, interrupted: cancelled, files: files.map(fileEntry) },
    lines: cancelled ? [] : [...files.map(fileLine), summary(tally)],
    problems: cancelled
      ? [
          'The import was interrupted; nothing was added to the case. Run it again to import the files.',
        ]
      : failures.flatMap(({ outcome }) =>
          outcome.status === 'failed' ? [outcome.error.message] : [],
        ),
  };
}

interface FileOutcome {
  readonly path: string;
  readonly outcome: ImportOutcome;
}

/** A file in the JSON, where errors have their code and facts, for programs. */
function fileEntry({ path, outcome }: FileOutcome) {
  if (outcome.status !== 'failed') {
    const { status, documents } = outcome;
    // Both are promised to scripts: `document` is what the file mainly is.
    return { path, status, document: documents[0], documents };
  }
  const { code, facts, message } = outcome.error;
  return { path, status: outcome.status, error: { code, facts, message } };
}

const statusWords = {
  imported: 'imported',
  known: 'already in the case',
  failed: 'not imported',
} as const satisfies Record<ImportOutcome['status'], string>;

function fileLine({ path, outcome }: FileOutcome): string {
  const count = outcome.status === 'failed' ? 1 : outcome.documents.length;
  const several = count === 1 ? '' : ` (${counted(count, 'document')})`;
  return `${statusWords[outcome.status]}: ${path}${several}`;
}

interface Tally {
  readonly imported: number;
  /** Those that the imported files gave. */
  readonly documents: number;
  readonly known: number;
  readonly failed: number;
}

/** The last line for people; what did not happen is left out of it. */
function summary(tally: Tally): string {
  const files =
    tally.documents === tally.imported ? '' : ` from ${counted(tally.imported, 'file')}`;
  const known = tally.known === 0 ? '' : `, ${tally.known} already in the case`;
  const failures = tally.failed === 0 ? '' : `, ${tally.failed} not imported`;
  return `${counted(tally.documents, 'document')} imported${files}${known}${failures}.`;
}
