import { CaseState } from '../../../domain/core/case-state.ts';
import type { CaseRecord } from '../../../domain/records/case/record.ts';
import type { DocumentText } from '../../../domain/core/text.ts';
import { currentFormat } from '../../migrations/registry.ts';
import type { CaseFolder } from '../disk/case-folder.ts';
import { readCheckpoint } from '../checkpoints/checkpoint-file.ts';
import type { DocumentId } from '../../../domain/records/document/record.ts';
import { placeOfCase, placeOfDocument } from '../checkpoints/checkpoint-places.ts';
import { attempt } from '../disk/file-errors.ts';
import type { JournalLine } from '../journal/journal-line.ts';
import { readJournal, unknownLines } from '../journal/journal-reader.ts';
import { Slices } from '../disk/slices.ts';
import { TextStore } from '../texts/texts.ts';

/** One document of a case with its text and all that is said of it, ready before the rest of a large case is read. */
export interface CasePreview {
  /** What belongs to no document, and what belongs to this one. */
  readonly state: CaseState;
  readonly document: DocumentId;
  /** The number of the last change. */
  readonly seq: number;
  readonly text: DocumentText;
}

/** Who wants to show a document of a large case at once. */
export interface PreviewRequest {
  /** Which document; null for the first one. */
  readonly choose: (record: CaseRecord) => DocumentId | null;
  /** Called at most once, before the case is open. */
  readonly show: (preview: CasePreview) => void;
}

// A smaller case is read as a whole before anybody notices.
const worthAPreview = 200;

/**
 * Reads one document of a large case, as the case stands: its checkpoint and the last changes. Null where the case is
 * small, or where anything is not as it should be: reading the whole case then finds out what.
 */
export async function previewCase(
  folder: CaseFolder,
  choose: PreviewRequest['choose'],
): Promise<CasePreview | null> {
  const read = await attempt(folder.path, () => readPreview(folder, choose));
  return read.ok ? read.value : null;
}

async function readPreview(
  folder: CaseFolder,
  choose: PreviewRequest['choose'],
): Promise<CasePreview | null> {
  const slices = new Slices();
  const index = await readCheckpoint(placeOfCase(folder), slices);
  if (index.status !== 'intact' || index.data.format !== currentFormat) return null;
  const { documents, journal, records } = index.data;
  const state = new CaseState(records);
  const [record] = state.all('case');
  const [first] = documents;
  if (first === undefined || record === undefined || documents.length < worthAPreview) return null;
  const chosen = choose(record);
  const [document, complete] = documents.find(([id]) => id === chosen) ?? first;
  const lines: JournalLine[] = [];
  const [tail, content] = await Promise.all([
    readJournal(folder, journal, (line) => lines.push(line)),
    readCheckpoint(placeOfDocument(folder, document), slices),
  ]);
  if (!tail.ok || tail.value.torn !== null) return null;
  if (content.status !== 'intact' || content.data.seq < complete) return null;
  const { line } = content.data;
  if (line === undefined || (await unknownLines(tail.value.segments, [line])).size > 0) return null;
  state.apply({ created: [...content.data.records], updated: [], removed: [] });
  for (const { diff } of lines) state.apply(diff);
  const hash = state.get(document)?.text;
  // Read now: beside the reading of the whole case each step of it would wait for its turn.
  const text = hash && (await new TextStore(folder).get(hash));
  if (!text?.ok) return null;
  return { state, document, text: text.value, seq: tail.value.mark.seq };
}
