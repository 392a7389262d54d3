import { Copy } from 'lucide-react';
import { notify } from '../../state/notices.ts';
import { IconButton } from '../../ui/button.tsx';
import type { LoadedHistory } from './history-pages.ts';
import bar from '../../ui/status-bar.module.css';
import styles from './history.module.css';

/** How many digits of a hash are enough to tell it from any other by eye. */
const shownDigits = 16;

/** Below the list: how many changes there are, how far the search is, and the hash that stands for all of them. */
export function HistoryStatus({ loaded }: { loaded: LoadedHistory }) {
  const { entries, before, seq, head } = loaded;
  if (before === undefined)
    return <div className={`${bar['status'] ?? ''} ${styles['status'] ?? ''}`}>Reading…</div>;
  return (
    <div className={`${bar['status'] ?? ''} ${styles['status'] ?? ''}`} role="status">
      <span>
        {seq.toLocaleString('en-GB')} {seq === 1 ? 'change' : 'changes'}
        {before !== null && before > 1
          ? `, ${entries.length.toLocaleString('en-GB')} shown back to change ${before.toLocaleString('en-GB')}`
          : `, ${entries.length.toLocaleString('en-GB')} shown`}
      </span>
      <HeadHash head={head} />
    </div>
  );
}

/** The hash that stands for every change, shortened, and a button that copies the whole. */
export function HeadHash({ head }: { head: string }) {
  return (
    <span className={styles['hash']}>
      Head <code>{head.slice(0, shownDigits)}</code>
      <IconButton label="Copy the whole hash" icon={Copy} onPress={() => void copy(head)} />
    </span>
  );
}

async function copy(head: string): Promise<void> {
  await navigator.clipboard.writeText(head);
  notify('done', 'The hash was copied.');
}
