import { documentFormats } from '../main/formats/documents/formats.ts';
import { reportFormats } from '../main/formats/reports/formats.ts';
import { exitCodes } from './exit-codes.ts';

/** The end of every help: what the exit codes mean. */
export function exitCodeHelp(): string {
  const lines = Object.values(exitCodes).map(
    ({ code, meaning }) => `  ${String(code).padEnd(4)} ${meaning}`,
  );
  return ['', 'Exit codes:', ...lines].join('\n');
}

/** The examples of one command, as its help shows them. */
export function exampleHelp(examples: readonly string[]): string {
  return ['', 'Examples:', ...examples.map((example) => `  ${example}`)].join('\n');
}

/** What can be imported, and what is read of it. */
export function importFormatHelp(): string {
  const lines = documentFormats.flatMap(({ label, extensions, meaning }) => [
    `  ${label}: ${dotted(extensions)}`,
    `      ${meaning}`,
  ]);
  return ['', 'Formats, by what is in a file, whatever it is called:', ...lines].join('\n');
}

/** Extensions as they stand in names: “.md .markdown”. */
export function dotted(extensions: readonly string[]): string {
  return extensions.map((extension) => `.${extension}`).join(' ');
}

/** What an export can make, for its help. */
export function exportFormatHelp(): string {
  const lines = reportFormats.map(
    ({ id, label, meaning }) => `  ${id.padEnd(6)} ${label}. ${meaning}`,
  );
  return ['', 'Formats:', ...lines].join('\n');
}

// One of each format; of several files the names, because they are not what `--out` says.
const exportExamples = reportFormats.map(({ id, extension, files }) => {
  const made = files.length > 1 ? `   (harbour ${files.join(', harbour ')})` : '';
  return `assay export harbour.assay --format ${id} --out harbour.${extension}${made}`;
});

/** What the program is, above the list of its commands. */
export const description =
  'Works on Assay cases without a window: the same import, the same checks and the same exports.';

/** What each command does, with examples. */
export const commandHelp = {
  new: {
    summary: 'make an empty case in a new folder',
    examples: [
      'assay new "Harbour fire.assay"',
      'assay new harbour.assay --name "Harbour fire" --analyst "I. Maar"',
    ],
  },
  import: {
    summary: `import ${plurals()}, or all files of folders`,
    examples: [
      'assay import harbour.assay report.html notes.md',
      'assay import harbour.assay ~/articles --json > import.json',
    ],
  },
  list: {
    summary: 'list the documents, claims or sources of a case',
    examples: ['assay list harbour.assay documents', 'assay list harbour.assay claims --json'],
  },
  export: {
    summary: 'export documents with what was made of them, as a report or as tables',
    examples: [...exportExamples, `${exportExamples[0] ?? ''} --documents ID ID`],
  },
  verify: {
    summary: 'check a case: its journal, its files and every quote',
    examples: ['assay verify harbour.assay', 'assay verify harbour.assay --json'],
  },
  recover: {
    summary: 'make of a damaged case one to work on, and keep what was damaged',
    examples: [
      'assay recover harbour.assay --out recovered.assay   (harbour.assay is not touched)',
      'assay recover harbour.assay',
    ],
  },
} as const;

function plurals(): string {
  return new Intl.ListFormat('en-GB').format(documentFormats.map(({ plural }) => plural));
}
