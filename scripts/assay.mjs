#!/usr/bin/env node
/** `npx assay …`: gets the project ready, silently when it is, and runs the command line. */
import { join } from 'node:path';
import process from 'node:process';
import { URL, fileURLToPath } from 'node:url';
import { buildIfNeeded, installDependencies } from './bootstrap.mjs';
import { findNode, projectRoot, run, runScript } from './project.mjs';

await runScript(async () => {
  await installDependencies();
  await buildIfNeeded();
  const entry = join(projectRoot, 'out', 'main', 'cli.js');
  const { code } = await run([findNode(), entry, ...process.argv.slice(2)], {
    folder: process.cwd(),
    env: {
      ...process.env,
      ASSAY_PRINT_SCRIPT: fileURLToPath(new URL('./print-page.mjs', import.meta.url)),
    },
  });
  return code;
});
