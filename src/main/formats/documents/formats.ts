import type { DocumentFormat } from '../../../domain/records/document/record.ts';

/** A format as a file dialog or a help text names it. */
export interface ImportFormat {
  readonly format: DocumentFormat;
  readonly label: string;
  /** In lower case, without the dot. */
  readonly extensions: readonly string[];
}

/**
 * Every format that can be imported, in the order of file dialogs; files with other extensions are sniffed and may be
 * imported as well. What reads them is in the registry, with libraries that only the worker needs.
 */
export const importFormats: {
  readonly [F in DocumentFormat]: ImportFormat & { readonly format: F };
} = {
  html: {
    format: 'html',
    label: 'Web page (HTML)',
    extensions: ['html', 'htm', 'xhtml', 'shtml'],
  },
  markdown: {
    format: 'markdown',
    label: 'Markdown',
    extensions: ['md', 'markdown', 'mdown', 'mkd'],
  },
  text: { format: 'text', label: 'Plain text', extensions: ['txt', 'text', 'log', 'asc'] },
};

/** Tells whether a file name ends as those of a format do, in upper or lower case. */
export function hasExtension(name: string, { extensions }: ImportFormat): boolean {
  const extension = /[^.\\/]\.([^.\\/]+)$/.exec(name)?.[1];
  return extension !== undefined && extensions.includes(extension.toLowerCase());
}
