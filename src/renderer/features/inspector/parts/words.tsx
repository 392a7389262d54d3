import { X } from 'lucide-react';
import { Button, VisuallyHidden } from 'react-aria-components';
import { IconButton } from '../../../ui/button.tsx';
import styles from './words.module.css';

interface WordsProps {
  /** What the reader shows at the place. */
  readonly quote: string;
  /** Read out before the quote: "Go to the words". */
  readonly label: string;
  /** Where they stand, if that needs saying: the document's title. */
  readonly place?: string;
  readonly onGo: () => void;
  /** What taking them away is called, and does. */
  readonly removal?: { readonly label: string; readonly perform: () => void };
}

/** Words of a document; pressing them shows them where they stand. */
export function Words({ quote, label, place, onGo, removal }: WordsProps) {
  return (
    <div className={styles['words']}>
      <Button className={styles['quote'] ?? ''} onPress={onGo}>
        <VisuallyHidden>{label}: </VisuallyHidden>
        <q className={styles['text']} dir="auto">
          {quote}
        </q>
        {place !== undefined && (
          <span className={styles['place']} dir="auto">
            {place}
          </span>
        )}
      </Button>
      {removal !== undefined && (
        <IconButton label={removal.label} icon={X} onPress={removal.perform} />
      )}
    </div>
  );
}
