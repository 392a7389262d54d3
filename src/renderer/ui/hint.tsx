import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import styles from './hint.module.css';

interface HintProps {
  /** First line, set bold when a text follows it. */
  readonly title?: string;
  readonly text: string;
  readonly keys?: string;
  /** Something that can be focused: a button, or react-aria's Focusable around anything else. */
  readonly children: ReactElement;
}

/** Explains what one hovers over or focuses. It shows after 400 ms under the pointer, and at once on focus. */
export function Hint({ title, text, keys, children }: HintProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
      {children}
      <Tooltip className={styles['hint'] ?? ''} offset={6}>
        {title !== undefined && <span className={styles['title']}>{title}</span>}
        {text}
        {keys !== undefined && <span className={styles['keys']}>{keys}</span>}
      </Tooltip>
    </TooltipTrigger>
  );
}
