import { appError } from '../../../contract/errors.ts';
import type { AppError } from '../../../contract/errors.ts';
import { err, ok } from '../../../domain/core/result.ts';
import type { OneOrMore } from '../../../domain/core/one-or-more.ts';
import type { Result } from '../../../domain/core/result.ts';
import { DocumentLayout, layoutFits } from '../../../domain/core/layout.ts';
import { type DocumentFormat, recognitions } from './format.ts';
import { refuseBinary } from './file-kind.ts';
import { FileToRead } from './file-to-read.ts';
import { documentFormats, isNamedAs } from './formats.ts';
import type { FileFacts, ReadContent, ReadDocument } from './read-document.ts';

/**
 * Reads any bytes as one or several documents: finds the format by content, and refuses what is empty or of none.
 * Deterministic; takes as much time and memory as the content wants, so hostile files belong in the worker.
 */
export async function readBytes(
  bytes: Uint8Array,
  facts: FileFacts,
  formats: readonly DocumentFormat[] = documentFormats,
): Promise<Result<OneOrMore<ReadDocument>, AppError>> {
  if (bytes.length === 0) {
    return err(appError('import/empty', { name: facts.name }));
  }
  const file = new FileToRead(bytes, facts);
  const format = await recogniseFormat(file, formats);
  if (format === null) {
    return err(await refusalOf(file));
  }
  const { importer } = await format.load();
  const read = await importer.read(file);
  if (!read.ok) {
    return read;
  }
  // A layout is stored as it is and never changed, so one that does not fit must not get that far.
  if (!read.value.every(hasFittingLayout)) {
    const reason = 'its pages do not fit its text';
    return err(appError('import/malformed', { name: facts.name, reason }));
  }
  const [first, ...others] = read.value;
  const { id } = format;
  return ok([{ ...first, format: id }, ...others.map((other) => ({ ...other, format: id }))]);
}

function hasFittingLayout({ text, layout }: ReadContent): boolean {
  if (layout === undefined) {
    return true;
  }
  return DocumentLayout.safeParse(layout).success && layoutFits(layout, text.text.length);
}

/** The format that recognises a file best; null where none does. */
export async function recogniseFormat(
  file: FileToRead,
  formats: readonly DocumentFormat[] = documentFormats,
): Promise<DocumentFormat | null> {
  const found = await Promise.all(
    formats.map(async (format) => {
      const { importer } = await format.load();
      return importer.recognise(file, isNamedAs(format, file));
    }),
  );
  // Both lists go from the best down: `formats` is in the order of positions.
  const best = recognitions.find((recognition) => found.includes(recognition));
  return formats.find((_, index) => found[index] === best) ?? null;
}

/** Why a file is of no format; a recognised kind says more than "unknown encoding". */
async function refusalOf({ bytes, name, text }: FileToRead): Promise<AppError> {
  if (text.ok) {
    return appError('import/unsupported', { name, kind: 'text of an unknown format' });
  }
  const { error } = text;
  if (error.code !== 'import/encoding' && error.code !== 'import/binary') {
    return error;
  }
  const refused = await refuseBinary(bytes, name);
  return refused.facts.kind === null ? error : refused;
}
