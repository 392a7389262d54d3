import { CircleAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { type Notice, dismissNotice, useNotices } from '../state/notices.ts';
import { IconButton } from '../ui/button.tsx';
import styles from './notices.module.css';

// Long enough to read a line twice.
const shownFor = 5_000;

/** What was just done and what went wrong, over the bottom of the window. Errors stay until dismissed. */
export function Notices() {
  const notices = useNotices((state) => state.notices);
  return (
    <div className={styles['region']} role="region" aria-label="Messages">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeCard({ notice: { id, kind, text } }: { notice: Notice }) {
  useEffect(() => {
    if (kind === 'error') return;
    const timer = setTimeout(() => {
      dismissNotice(id);
    }, shownFor);
    return () => {
      clearTimeout(timer);
    };
  }, [id, kind]);
  return (
    <div
      className={`${styles['notice'] ?? ''} ${kind === 'error' ? (styles['error'] ?? '') : ''}`}
      role={kind === 'error' ? 'alert' : 'status'}
    >
      {kind === 'error' && <CircleAlert size={18} aria-hidden className={styles['sign']} />}
      <span className={styles['text']}>{text}</span>
      <IconButton
        label="Dismiss"
        icon={X}
        onPress={() => {
          dismissNotice(id);
        }}
      />
    </div>
  );
}
