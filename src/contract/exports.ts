/** How an export format is drawn where it is offered: as code, as a sheet of paper, or as a table. */
export type FormatIcon = 'code' | 'paper' | 'table';

/** An export format as the window offers it; what writes it is known to the main process alone. */
export interface ExportFormat {
  /** Stable name, given on the command line as well: `html`. */
  readonly id: string;
  /** As buttons, dialogs and messages name it: "Annotated report (HTML)". */
  readonly label: string;
  /** What it is for, in one sentence. */
  readonly meaning: string;
  readonly icon: FormatIcon;
}

/** What came of an export. */
export type ExportOutcome =
  /** The names of its files, and the number by which `report/show` finds them again. */
  | { readonly kind: 'written'; readonly names: readonly string[]; readonly written: number }
  /** Nothing was written: there are files of these names already, which the dialog did not ask about. */
  | { readonly kind: 'occupied'; readonly names: readonly string[] };
