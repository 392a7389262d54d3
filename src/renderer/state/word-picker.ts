import { create } from 'zustand';
import type { DocumentId } from '../../domain/core/ids.ts';

/** Words of a document: UTF-16 offsets, end exclusive. */
export interface PickedWords {
  readonly document: DocumentId;
  readonly start: number;
  readonly end: number;
}

/** A question to the analyst that is answered by selecting words in the reader. */
export interface WordQuestion {
  /** What to select: "the words that name “Reuters”". */
  readonly prompt: string;
  /** The only document the words may be in; null for any. */
  readonly document: DocumentId | null;
  readonly answer: (words: PickedWords | null) => void;
}

interface WordPickerStore {
  readonly question: WordQuestion | null;
}

/** The question the reader shows above the text; null when none is asked. */
export const useWordPicker = create<WordPickerStore>(() => ({ question: null }));

/** Asks for words; resolves with null if the analyst cancels or another question takes its place. */
export function pickWords(
  prompt: string,
  document: DocumentId | null,
): Promise<PickedWords | null> {
  useWordPicker.getState().question?.answer(null);
  return new Promise((resolve) => {
    useWordPicker.setState({
      question: {
        prompt,
        document,
        answer: (words) => {
          useWordPicker.setState({ question: null });
          resolve(words);
        },
      },
    });
  });
}
