import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import { gradeOf } from '../../../domain/scales/registry.ts';
import type { Verdict } from '../../../domain/scales/verdict.ts';
import { DashedCircle } from '../../ui/icons.ts';
import styles from './claims.module.css';

/** The sign of each verdict: a shape as well as a colour, for those who cannot tell the colours apart. */
export const verdictIcons = {
  open: DashedCircle,
  supported: CircleCheck,
  refuted: CircleX,
  unverifiable: CircleHelp,
} as const satisfies Record<Verdict, unknown>;

/** A verdict by its word, its colour and its own sign. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const Icon = verdictIcons[verdict];
  return (
    <span className={`${styles['verdict'] ?? ''} ${styles[verdict] ?? ''}`}>
      <Icon size={14} aria-hidden />
      {gradeOf('verdict', verdict)?.label}
    </span>
  );
}
