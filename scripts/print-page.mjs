/** `node scripts/print-page.mjs PAGE PDF`: prints an HTML file in the window's runtime, for the command line. */
import process from 'node:process';
import { UserFacingError, runScript, toolEnvironment, waitForExit } from './project.mjs';
import { findRuntime, spawnApp } from './runtime.mjs';

await runScript(async () => {
  const runtime = await findRuntime();
  if (runtime.kind === 'none') throw new UserFacingError(runtime.message);
  const args = ['--print-pdf', ...process.argv.slice(2)];
  return waitForExit(spawnApp(runtime, args, toolEnvironment()));
});
