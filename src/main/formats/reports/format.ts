import type { ExportFormat } from '../../../contract/exports.ts';
import type { Exporter } from './exporter.ts';

/** A format that a case can be exported in: a folder with this as its `format.ts`, and a line in `all.ts`. */
export interface ReportFormat extends ExportFormat {
  /** Where it stands in every list, from the top; the first one is what most analysts want. */
  readonly position: number;
  /** Of the finished file, without a dot. */
  readonly extension: string;
  /** Its files by plain names. A single one gets the name that is chosen; of several, each gets its own after that. */
  readonly files: readonly [string, ...string[]];
  /** True where the exporter makes HTML that the window's runtime has yet to print into the format. */
  readonly print: boolean;
  /** Loads what writes it. Called in workers and by the command line only, because it brings libraries with it. */
  readonly load: () => Promise<Exporter>;
}
