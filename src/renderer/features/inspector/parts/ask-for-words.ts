import { type Screen, goTo, openReader, useNavigation } from '../../../state/navigation.ts';
import { untilCaseGoes } from '../../../state/per-case.ts';
import { type PickedWords, pickWords } from '../../../state/word-picker.ts';
import type { DocumentId } from '../../../../domain/records/document/record.ts';

/** Where the analyst is asked, and what the reader shows while they look for the words. */
interface WordRequest {
  /** "the words that name “Reuters”". */
  readonly prompt: string;
  /** The document the words are most likely in; the reader opens it unless it already shows it. */
  readonly document: DocumentId;
  /** Words elsewhere will do as well. */
  readonly isAnyDocument?: boolean;
  /** The screen to come back to afterwards. */
  readonly screen: Screen;
}

/** Asks for words in the reader and comes back to the screen one was on; null if the analyst cancels or closes the case. */
export async function askForWords(request: WordRequest): Promise<PickedWords | null> {
  const { prompt, document, isAnyDocument = false, screen } = request;
  const isOpen = untilCaseGoes();
  const answer = pickWords(prompt, isAnyDocument ? null : document);
  const { screen: current, document: shown, selected } = useNavigation.getState();
  const place = isAnyDocument ? (shown ?? document) : document;
  if (current !== 'reader' || shown !== place) {
    const about = selected[screen] ?? null;
    openReader(place, about === null ? {} : { selected: about });
  }
  const words = await answer;
  if (screen !== 'reader' && isOpen()) goTo(screen);
  return words;
}
