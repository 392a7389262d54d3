/** What the map of the house says is enough to add a thing, tried by the test beside it. */

/** A line that is put into a file of the house. */
interface AddedLine {
  readonly file: string;
  readonly line: string;
  /** The line that it comes after; without one it comes last. */
  readonly after?: string;
}

/** A thing as a newcomer adds it: its own files, which lie in `folder` as they will lie in the house, and lines elsewhere. */
export interface Addition {
  readonly what: string;
  readonly folder: string | null;
  readonly lines: readonly AddedLine[];
  /** How many files of its own and lines elsewhere it may take. */
  readonly atMost: { readonly files: number; readonly lines: number };
}

/** Everything that a newcomer adds by itself. */
export const additions: readonly Addition[] = [
  {
    what: 'a record type with a screen',
    folder: 'record-type',
    lines: [
      {
        file: 'src/domain/records/all.ts',
        line: "export { actorDefinition } from './actor/record.ts';",
      },
      {
        file: 'src/domain/commands/all.ts',
        line: "export { actorCommands } from '../records/actor/commands.ts';",
      },
      {
        file: 'src/renderer/app/screens.ts',
        line: "export { actorsScreen } from '../features/actors/index.ts';",
      },
    ],
    atMost: { files: 6, lines: 3 },
  },
  {
    what: 'an export format',
    folder: 'export-format',
    lines: [
      {
        file: 'src/main/formats/reports/all.ts',
        line: "export { words } from './words/format.ts';",
      },
    ],
    atMost: { files: 2, lines: 1 },
  },
  {
    what: 'an import format',
    folder: 'import-format',
    lines: [
      {
        file: 'src/main/formats/documents/all.ts',
        line: "export { transcript } from './transcript/format.ts';",
      },
    ],
    atMost: { files: 2, lines: 1 },
  },
  {
    what: 'a rating scale',
    folder: 'scale',
    lines: [{ file: 'src/domain/scales/all.ts', line: "export { access } from './access.ts';" }],
    atMost: { files: 1, lines: 1 },
  },
  {
    what: 'a column',
    folder: null,
    lines: [
      {
        file: 'src/renderer/features/claims/claim-columns.tsx',
        after: 'const columns: readonly TableColumn<ClaimRow>[] = [',
        line: "  { id: 'hops', label: 'Hops', kind: 'number', width: 72, text: ({ chain }) => `${chain.length}`, number: ({ chain }) => chain.length },",
      },
    ],
    atMost: { files: 0, lines: 1 },
  },
];
