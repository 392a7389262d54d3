/** The tests that mutations are tried with: the unit tests of one layer, which `mutation.mjs` names in the environment. */
import process from 'node:process';
import { defineConfig } from 'vitest/config';

const layer = process.env['ASSAY_MUTATED_LAYER'] ?? 'src';

// What a change makes hang is not waited for long; the tests of the main process write files, the others only compute.
const patience = layer === 'src/main' ? 30_000 : 8_000;

export default defineConfig({
  test: {
    include: [`${layer}/**/*.test.{ts,tsx}`],
    exclude: [],
    environment: 'node',
    // Each small change is tried in a thread of its own; the files of tests in it need not each load everything anew.
    isolate: false,
    setupFiles: ['scripts/mutation-setup.mjs'],
    testTimeout: patience,
    hookTimeout: patience,
  },
});
