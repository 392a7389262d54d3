import type { KeyboardEvent } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Grade } from '../../../domain/scales/scale.ts';
import { type ScaleId, scales } from '../../../domain/scales/registry.ts';
import { Hint } from '../../ui/hint.tsx';
import { gradeKeys, keyOf } from './grade-keys.ts';
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
 * The grades of a scale side by side; what each means is one hover or focus away. While it has the focus, A–F, 1–6
 * or a verdict's first letter rate at once. Arrows only move, so that looking at the grades rates nothing.
 */
export function GradePicker({
  scale: id,
  value,
  onRate,
  label,
  isDisabled = false,
}: GradePickerProps) {
  const scale = scales[id];
  const grades: readonly Grade[] = scale.grades;

  function handleKeys(event: KeyboardEvent): void {
    if (isDisabled || event.ctrlKey || event.altKey || event.metaKey) return;
    const grade = gradeKeys(scale).get(event.key.toUpperCase());
    if (grade === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (grade !== value) onRate(grade);
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
        {grades.map((grade) => (
          <GradeButton key={grade.value} scale={id} grade={grade} />
        ))}
      </ToggleButtonGroup>
    </div>
  );
}

function GradeButton({ scale: id, grade }: { scale: ScaleId; grade: Grade }) {
  const scale = scales[id];
  const isSymbol = grade.value.length === 1;
  const keys = keyOf(scale, grade.value);
  const colour = styles[`${id}-${grade.value.toLowerCase()}`] ?? '';
  return (
    <Hint
      title={isSymbol ? `${grade.value} · ${grade.label}` : grade.label}
      text={`${grade.meaning} ${scale.standard === 'Assay' ? '' : `— ${scale.standard}`}`.trim()}
      {...(keys === undefined ? {} : { keys })}
    >
      <ToggleButton
        id={grade.value}
        className={`${styles['grade'] ?? ''} ${colour}`}
        {...(isSymbol ? { 'aria-label': `${grade.value}, ${grade.label}` } : {})}
      >
        {isSymbol ? grade.value : grade.label}
      </ToggleButton>
    </Hint>
  );
}
