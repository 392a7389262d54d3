import type { KeyboardEvent } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import {
  type RegisteredScale,
  type ScaleId,
  gradeSign,
  scales,
} from '../../../domain/scales/registry.ts';
import { type Grade, gradeTerms } from '../../../domain/scales/scale.ts';
import { Hint } from '../../ui/hint.tsx';
import styles from './grade-picker.module.css';

interface GradePickerProps {
  readonly scale: ScaleId;
  /** The grade that holds now; null: not rated. */
  readonly value: string | null;
  readonly onRate: (value: string) => void;
  /** What is rated, for screen readers; the scale's name if left out. */
  readonly label?: string;
  readonly isDisabled?: boolean;
}

/**
 * The grades of a scale side by side; what each means is one hover or focus away. While it has the focus, the keys of
 * the scale rate at once. Arrows only move, so that looking at the grades rates nothing.
 */
export function GradePicker({
  scale: id,
  value,
  onRate,
  label,
  isDisabled = false,
}: GradePickerProps) {
  const scale: RegisteredScale = scales[id];

  function handleKeys(event: KeyboardEvent): void {
    // Keys with Ctrl, Alt or Cmd are the window's.
    if (isDisabled || event.ctrlKey || event.altKey || event.metaKey) return;
    const place = scale.grades.findIndex(({ key }) => key === event.key.toUpperCase());
    const grade = scale.grades[place];
    if (grade === undefined) return;
    event.preventDefault();
    // The same letter may be a key of the screen.
    event.stopPropagation();
    if (grade.value !== value) onRate(grade.value);
    // The focus goes along: Enter on the button it was on would rate by that one.
    event.currentTarget.querySelectorAll<HTMLElement>('button')[place]?.focus();
  }

  return (
    <div onKeyDown={handleKeys}>
      <ToggleButtonGroup
        className={styles['grades'] ?? ''}
        aria-label={label ?? scale.name}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={value === null ? [] : [value]}
        onSelectionChange={(keys) => {
          for (const key of keys) if (key !== value) onRate(String(key));
        }}
        isDisabled={isDisabled}
      >
        {scale.grades.map((grade) => (
          <GradeButton key={grade.value} scale={scale} grade={grade} />
        ))}
      </ToggleButtonGroup>
    </div>
  );
}

function GradeButton({ scale, grade }: { scale: RegisteredScale; grade: Grade }) {
  const { value, label, meaning, key } = grade;
  const { id, standard, hasCodes } = scale;
  const colour = styles[`${id}-${value.toLowerCase()}`] ?? '';
  return (
    <Hint
      title={hasCodes ? `${value} · ${gradeTerms(grade)}` : gradeTerms(grade)}
      text={standard === null ? meaning : `${meaning} — ${standard}`}
      keys={key}
    >
      <ToggleButton
        id={value}
        className={`${styles['grade'] ?? ''} ${colour}`}
        {...(hasCodes ? { 'aria-label': `${value}, ${label}` } : {})}
      >
        {gradeSign(id, value)}
      </ToggleButton>
    </Hint>
  );
}
