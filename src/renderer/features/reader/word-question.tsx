import { Check } from 'lucide-react';
import { openReader } from '../../state/navigation.ts';
import { useRecord } from '../../state/replica.ts';
import { useWordPicker } from '../../state/word-picker.ts';
import { Button } from '../../ui/button.tsx';
import type { DocumentId } from '../../../domain/records/document/record.ts';
import type { ReaderActions } from './action-offers.ts';
import styles from './reader-screen.module.css';

interface WordQuestionBannerProps {
  readonly document: DocumentId;
  readonly actions: ReaderActions;
}

/** Says which words are wanted, while some part of the app waits for them; nothing otherwise. */
export function WordQuestionBanner({ document, actions }: WordQuestionBannerProps) {
  const question = useWordPicker((state) => state.question);
  const wanted = useRecord(question?.document);
  if (question === null) return null;
  // The words of a claim are in its own document, which may not be the one on show.
  const isElsewhere = wanted !== undefined && wanted.id !== document;
  return (
    <div className={styles['question']} role="status">
      <span className={styles['prompt']}>
        Select {question.prompt}
        {isElsewhere && (
          <>
            {' '}
            in <cite dir="auto">{wanted.title}</cite>
          </>
        )}
      </span>
      {isElsewhere ? (
        <Button
          kind="primary"
          onPress={() => {
            openReader(wanted.id);
          }}
        >
          Open it
        </Button>
      ) : (
        <Button kind="primary" icon={Check} isDisabled={!actions.hasWords} onPress={actions.answer}>
          Use these words
        </Button>
      )}
      <Button
        onPress={() => {
          // Null tells whoever asked that the analyst has cancelled.
          question.answer(null);
        }}
      >
        Cancel
      </Button>
    </div>
  );
}
