import type { ExportFormat } from '../../../contract/calls.ts';

/** A format that a case can be exported in, as a file dialog names it. */
export interface ExportKind {
  readonly format: ExportFormat;
  readonly label: string;
  /** Of the finished file, without a dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** True where the files are HTML that the window's runtime has yet to print into the format. */
  readonly print: boolean;
}

/** Every export format. What writes it is in the registry, with libraries that only the worker needs. */
export const exportKinds: { readonly [F in ExportFormat]: ExportKind & { readonly format: F } } = {
  html: {
    ...{ format: 'html', label: 'Annotated report (HTML)', extension: 'html' },
    ...{ mediaType: 'text/html', print: false },
  },
  pdf: {
    ...{ format: 'pdf', label: 'Annotated report (PDF)', extension: 'pdf' },
    ...{ mediaType: 'application/pdf', print: true },
  },
  csv: {
    ...{ format: 'csv', label: 'Tables of claims and sources (CSV)', extension: 'csv' },
    ...{ mediaType: 'text/csv', print: false },
  },
  json: {
    ...{ format: 'json', label: 'Claims and sources for programs (JSON)', extension: 'json' },
    ...{ mediaType: 'application/json', print: false },
  },
};
