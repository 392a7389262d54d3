import styles from './keys.module.css';

/** A shortcut as key caps: "Ctrl+K", "G D" (one after the other). */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className={styles['keys']}>
      {keys.split(/[ +]/u).map((key, index) => (
        <kbd key={`${key}-${index}`} className={styles['key']}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
