import styles from './grade-badge.module.css';

interface GradeBadgeProps {
  /** A to F; null: not rated; undefined: the badge has no letter part. */
  readonly letter?: string | null;
  /** 1 to 6; null: not rated; undefined: the badge has no digit part. */
  readonly digit?: string | null;
}

/** A grade of two independent scales in one badge: `B2`. What is not rated is an empty place, never F or 6. */
export function GradeBadge({ letter, digit }: GradeBadgeProps) {
  // Read out in words, because a dash would be passed over.
  const named = [letter, digit]
    .filter((part) => part !== undefined)
    .map((part) => part ?? 'not rated');
  return (
    <span className={styles['badge']} role="img" aria-label={named.join(', ')}>
      {letter !== undefined && <Part value={letter} className={letterClass(letter)} />}
      {digit !== undefined && (
        <Part value={digit} className={digit === null ? styles['none'] : styles['digit']} />
      )}
    </span>
  );
}

function Part({ value, className }: { value: string | null; className: string | undefined }) {
  return <span className={`${styles['part'] ?? ''} ${className ?? ''}`}>{value ?? '–'}</span>;
}

function letterClass(letter: string | null): string {
  if (letter === null) return styles['none'] ?? '';
  return `${styles['letter'] ?? ''} ${styles[letter.toLowerCase()] ?? ''}`;
}
