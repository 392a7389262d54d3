import { htmlImporter } from './html/html.ts';
import { markdownImporter } from './markdown/markdown.ts';
import { plainTextImporter } from './text/plain-text.ts';
import type { FileFacts, Importer } from './read-document.ts';

/** Every format that can be imported, in the order in which content is tried; plain text takes what is left. */
export const importers: readonly Importer[] = [htmlImporter, markdownImporter, plainTextImporter];

/** The importer for a text by its content, helped by its name. */
export function chooseImporter(text: string, facts: FileFacts): Importer {
  return importers.find((importer) => importer.sniff(text, facts)) ?? plainTextImporter;
}
