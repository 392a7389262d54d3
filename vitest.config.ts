import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'scripts/**/*.test.ts',
      'bench/faults/*.test.ts',
      'e2e/electron-host/**/*.unit.ts',
    ],
    environment: 'node',
    // A busy machine may be many times slower; what hangs is still found.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
