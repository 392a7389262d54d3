import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { paletteClass } from './palette.ts';
import styles from './chip.module.css';

interface ChipProps {
  readonly label: string;
  /** Index into the tag palette, from 1 to 8; left out: neutral. */
  readonly colour?: number;
  readonly onRemove?: () => void;
}

/** A small label, such as a tag or an alias, that can be taken off where `onRemove` is given. */
export function Chip({ label, colour, onRemove }: ChipProps) {
  // The eighth hue of the palette is grey.
  const palette = paletteClass(colour ?? 8);
  return (
    <span className={`${styles['chip'] ?? ''} ${palette}`}>
      {colour !== undefined && <span className={styles['dot']} aria-hidden />}
      <span className={styles['label']} dir="auto">
        {label}
      </span>
      {onRemove !== undefined && (
        <Button
          className={styles['remove'] ?? ''}
          aria-label={`Remove ${label}`}
          onPress={onRemove}
        >
          <X size={12} aria-hidden />
        </Button>
      )}
    </span>
  );
}
