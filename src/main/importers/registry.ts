import type { DocumentFormat } from '../../domain/model/document.ts';
import { htmlImporter } from './html.ts';
import { markdownImporter } from './markdown.ts';
import { plainTextImporter } from './plain-text.ts';
import type { FileFacts, Importer } from './read-document.ts';

/** Every format that can be imported, in the order in which content is tried; plain text takes what is left. */
export const importers: readonly Importer[] = [htmlImporter, markdownImporter, plainTextImporter];

/** A format as a file dialog or a help text names it. */
export interface ImportFormat {
  readonly format: DocumentFormat;
  readonly label: string;
  /** In lower case, without the dot. */
  readonly extensions: readonly string[];
}

/** The formats for file dialogs; files with other extensions are sniffed and may be imported as well. */
export const importFormats: readonly ImportFormat[] = importers.map(
  ({ format, label, extensions }) => ({
    format,
    label,
    extensions,
  }),
);

/** The importer for a text by its content, helped by its name. */
export function chooseImporter(text: string, facts: FileFacts): Importer {
  return importers.find((importer) => importer.sniff(text, facts)) ?? plainTextImporter;
}
