import { nativeTheme } from 'electron';

/** Makes windows follow the system's colours, or always light, or always dark. */
export function setTheme(theme: 'system' | 'light' | 'dark'): void {
  nativeTheme.themeSource = theme;
}
