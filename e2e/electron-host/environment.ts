import process from 'node:process';

/** Whether windows stay invisible: asked for with ASSAY_HEADLESS=1, or no screen to show them on. */
export function isHeadless(): boolean {
  if (process.env['ASSAY_HEADLESS'] === '1') return true;
  if (process.platform !== 'linux') return false;
  return !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
}
