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
  },
});
