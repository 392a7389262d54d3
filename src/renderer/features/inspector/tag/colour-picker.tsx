import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { colourNames, tagColours } from '../../../../domain/records/tag/record.ts';
import { Hint } from '../../../ui/hint.tsx';
import { paletteClass } from '../../../ui/palette.ts';
import styles from './colour-picker.module.css';

interface ColourPickerProps {
  /** Index into the tag palette, from 1. */
  readonly value: number;
  readonly onChange: (colour: number) => void;
  readonly isDisabled: boolean;
}

/** One of the hues of the tag palette. */
export function ColourPicker({ value, onChange, isDisabled }: ColourPickerProps) {
  const colours = Array.from({ length: tagColours }, (_, index) => index + 1);
  return (
    <div className={styles['field']}>
      <span className={styles['label']} aria-hidden>
        Colour
      </span>
      <ToggleButtonGroup
        className={styles['swatches'] ?? ''}
        aria-label="Colour"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[String(value)]}
        onSelectionChange={(keys) => {
          for (const key of keys) if (Number(key) !== value) onChange(Number(key));
        }}
        isDisabled={isDisabled}
      >
        {colours.map((colour) => (
          <Hint key={colour} text={colourNames[colour - 1] ?? ''}>
            <ToggleButton
              id={String(colour)}
              aria-label={colourNames[colour - 1] ?? String(colour)}
              className={`${styles['swatch'] ?? ''} ${paletteClass(colour)}`}
            />
          </Hint>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
