import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { seclusion } from './e2e/electron-host/chromium.ts';
import { findChromium } from './scripts/runtime.mjs';

// A test of a component is a file of this name; all others run in Node.
const componentTests = 'src/renderer/**/*.browser.test.tsx';
const executablePath = findChromium();

// Vite prepares packages for the browser as it meets them, and then loads the page anew, in the middle of a test. Named
// here they are ready before the first one.
const packages = [
  '@tanstack/react-table',
  '@tanstack/react-virtual',
  'lucide-react',
  'react',
  'react-aria-components',
  'react-dom/client',
  'react-error-boundary',
  'react/jsx-dev-runtime',
  'vitest-browser-react',
  'vitest-browser-react/pure',
  'zod',
  'zustand',
];

export default defineConfig({
  test: {
    // By itself Vitest leaves one processor to whoever works beside it, which on two of them is half.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
            'bench/faults/*.test.ts',
            'e2e/electron-host/**/*.unit.ts',
          ],
          exclude: [componentTests],
          environment: 'node',
          // A busy machine may be many times slower; what hangs is still found.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        optimizeDeps: { include: packages },
        test: {
          name: 'components',
          api: { host: '127.0.0.1' },
          include: [componentTests],
          setupFiles: ['src/renderer/ui/testing/setup.ts'],
          // A condition is met within a frame or two; a machine under load takes its time.
          expect: { poll: { timeout: 45_000 } },
          testTimeout: 120_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1000, height: 700 },
            instances: [{ browser: 'chromium' }],
            provider: playwright({
              launchOptions: {
                // Where there is none, Playwright says so when a component test is run, and only then.
                ...(executablePath === null ? {} : { executablePath }),
                args: seclusion.map((name) => `--${name}`),
              },
            }),
          },
        },
      },
    ],
  },
});
