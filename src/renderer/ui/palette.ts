import styles from './palette.module.css';

/** The class that sets `--wash` and `--colour` to a hue of the tag palette, from 1 to 8. */
export function paletteClass(colour: number): string {
  return styles[`colour${colour}`] ?? '';
}
