import type { AppError } from '../../../contract/errors.ts';
import { type Result, ok } from '../../../domain/core/result.ts';
import type { Importer, Recognition } from './format.ts';
import type { FileFacts, ReadContent } from './read-document.ts';

/** What a format has to know whose files are text, each of them one document. */
interface TextReader {
  /** As of {@link Importer}, of a file that could be decoded. */
  readonly recognise: (text: string, isNamed: boolean) => Recognition | null;
  /** As of {@link Importer}; the text has newlines as `\n`, no leading byte order mark, and no U+0000. */
  readonly read: (text: string, facts: FileFacts) => Result<ReadContent, AppError>;
}

/** The importer of a format whose files are text, in whatever encoding. */
export function importerOfText({ recognise, read }: TextReader): Importer {
  return {
    recognise: ({ text }, isNamed) => (text.ok ? recognise(text.value.text, isNamed) : null),
    read: (file) => {
      if (!file.text.ok) return file.text;
      const { text, encoding } = file.text.value;
      const content = read(text, file);
      return content.ok ? ok([{ ...content.value, encoding }]) : content;
    },
  };
}
