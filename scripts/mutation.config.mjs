/** The tests that mutations are tried with: the unit tests of one layer, which `mutation.mjs` names in the environment. */
import process from 'node:process';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [`${process.env['ASSAY_MUTATED_LAYER'] ?? 'src'}/**/*.test.ts`],
    exclude: [],
    environment: 'node',
    // Each small change is tried in a thread of its own; the files of tests in it need not each load everything anew.
    isolate: false,
    setupFiles: ['scripts/mutation-setup.mjs'],
    // As for the unit tests (vitest.config.ts): a busy machine may be many times slower.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
