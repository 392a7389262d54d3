import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  /** What this place is for. */
  readonly title: string;
  readonly text: ReactNode;
  /** The one thing to start with, and its key. */
  readonly children?: ReactNode;
}

/** What a place shows before there is anything in it: what it is for and how to start. */
export function EmptyState({ title, text, children }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <h2 className={styles['title']}>{title}</h2>
      <p className={styles['text']}>{text}</p>
      {children !== undefined && <div className={styles['actions']}>{children}</div>}
    </div>
  );
}
