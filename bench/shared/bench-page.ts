import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { type Browser, chromium } from 'playwright';
import { build, preview } from 'vite';
import { findChromium } from '../../scripts/runtime.mjs';

// Frames come as fast as they can be made, so that what is measured is work and not waiting for the screen.
const unthrottled = ['--no-sandbox', '--disable-frame-rate-limit', '--disable-gpu-vsync'];

/**
 * Builds the page in a folder of bench/, serves it, and hands its address to `measure` with a browser to open it in.
 * Nothing is left of either afterwards. Throws where there is no browser.
 */
export async function withBenchPage(
  name: string,
  measure: (browser: Browser, url: string) => Promise<void>,
): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error(`Chromium or Chrome is needed to measure the ${name}`);
  const folder = await mkdtemp(join(tmpdir(), 'assay-bench-'));
  const server = await serve(join(import.meta.dirname, '..', name), folder);
  const browser = await chromium.launch({ executablePath, args: unthrottled });
  try {
    await measure(browser, server.url);
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function serve(
  root: string,
  outDir: string,
): Promise<{ url: string; close: () => Promise<void> }> {
  const common = { root, configFile: false, logLevel: 'error', build: { outDir } } as const;
  await build({ ...common, plugins: [react()] });
  const server = await preview({ ...common, preview: { port: 0, host: '127.0.0.1' } });
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('The bench page has no address');
  return { url, close: () => server.close() };
}
