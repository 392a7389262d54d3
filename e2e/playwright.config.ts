import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { findRuntime, runtimeEnvironment } from '../scripts/runtime.mjs';

// Chosen once, before the workers start; they inherit the choice.
if (process.env['ELECTRON_OVERRIDE_DIST_PATH'] === undefined) {
  const runtime = await findRuntime();
  if (runtime.kind === 'none') throw new Error(runtime.message);
  Object.assign(process.env, runtimeEnvironment(runtime));
}

export default defineConfig({
  testDir: './tests',
  outputDir: '../test-results',
  // A test is a whole session with the app, and the machine may be slow.
  timeout: 120_000,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: { trace: 'off' },
});
