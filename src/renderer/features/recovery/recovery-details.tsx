import type { RecoveryReport } from '../../../contract/recovery.ts';
import { recoveryWords } from '../../../contract/recovery-words.ts';
import styles from './recovery.module.css';

// More than anybody reads in a dialog; the command line lists them all.
const mostShown = 50;

/** What a report says: what was found and done, what is missing, and where what was there before is kept. */
export function RecoveryDetails({ report }: { report: RecoveryReport }) {
  const { summary, found, missing, kept } = recoveryWords(report);
  return (
    <div className={styles['details']}>
      <p className={styles['summary']}>{summary}</p>
      <Sentences title="What was found" sentences={found} />
      <Sentences title="What is missing" sentences={missing} />
      {missing.length === 0 && found.length > 0 && <p>Nothing is missing.</p>}
      {kept.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

/** A titled list, of which a window shows the first ones; nothing where it is empty. */
export function Sentences(props: {
  readonly title: string;
  readonly sentences: readonly string[];
}) {
  const { title, sentences } = props;
  if (sentences.length === 0) return null;
  const more = sentences.length - mostShown;
  return (
    <section>
      <h3 className={styles['heading']}>{title}</h3>
      <ul className={styles['list']}>
        {sentences.slice(0, mostShown).map((sentence, index) => (
          // Two records may be known by the same name.
          <li key={index}>{sentence}</li>
        ))}
        {more > 0 && <li>And {more.toLocaleString('en-GB')} more.</li>}
      </ul>
    </section>
  );
}
