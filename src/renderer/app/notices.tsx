import { CircleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type Notice, dismissNotice, useNotices } from '../state/notices.ts';
import { Button, IconButton } from '../ui/button.tsx';
import styles from './notices.module.css';

// Long enough to read a line twice, and to get to a button by keyboard. Milliseconds.
const shownFor = 5_000;
const shownWithActionFor = 15_000;

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

/** One message. An error is read out at once, and anything else when the screen reader is done with what it says. */
function NoticeCard({ notice: { id, kind, text, action } }: { notice: Notice }) {
  const hold = useDismissal(id, kind === 'error' ? null : action ? shownWithActionFor : shownFor);
  return (
    <div
      className={`${styles['notice'] ?? ''} ${kind === 'error' ? (styles['error'] ?? '') : ''}`}
      role={kind === 'error' ? 'alert' : 'status'}
      {...hold}
    >
      {kind === 'error' && <CircleAlert size={18} aria-hidden className={styles['sign']} />}
      <span className={styles['text']}>{text}</span>
      {action && (
        <Button
          onPress={() => {
            dismissNotice(id);
            action.perform();
          }}
        >
          {action.label}
        </Button>
      )}
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

/** Takes a message away after `time` in ms, null for never; not while the pointer or the focus is on it. */
function useDismissal(id: number, time: number | null) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    // Let go of, the message has its whole time again.
    if (time === null || isHeld) return;
    const timer = setTimeout(() => {
      dismissNotice(id);
    }, time);
    return () => {
      clearTimeout(timer);
    };
  }, [id, time, isHeld]);
  function hold() {
    setHeld(true);
  }
  function release() {
    setHeld(false);
  }
  return { onPointerEnter: hold, onPointerLeave: release, onFocus: hold, onBlur: release };
}
