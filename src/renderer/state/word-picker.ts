import { create } from 'zustand';
import { whenCaseGoes } from './per-case.ts';
import type { DocumentId } from '../../domain/records/document/record.ts';

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

whenCaseGoes(cancelQuestion);

/** Asks for words; resolves with null if the analyst cancels, another question takes its place or the case is closed. */
export function pickWords(
  prompt: string,
  document: DocumentId | null,
): Promise<PickedWords | null> {
  // Whoever asked before is answered with null, so that nobody waits for ever.
  cancelQuestion();
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

function cancelQuestion(): void {
  useWordPicker.getState().question?.answer(null);
}
