import { strict } from './strict.ts';

type ThemeSource = 'system' | 'light' | 'dark';

let source: ThemeSource = 'system';
let onChange: () => void = () => undefined;

/** Electron's module `nativeTheme`. */
export const nativeTheme = strict('nativeTheme', {
  get themeSource(): ThemeSource {
    return source;
  },
  set themeSource(theme: ThemeSource) {
    source = theme;
    onChange();
  },
});

/** The colours that pages are asked to follow; empty when they follow the system. */
export function colourScheme(): '' | 'light' | 'dark' {
  return source === 'system' ? '' : source;
}

/** Calls `listener` whenever the app chooses other colours. */
export function onThemeChange(listener: () => void): void {
  onChange = listener;
}
