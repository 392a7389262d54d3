/** `npm start`: gets the project ready and opens the window. */
import process from 'node:process';
import { buildIfNeeded, installDependencies } from './bootstrap.mjs';
import { UserFacingError, runScript, toolEnvironment, waitForExit } from './project.mjs';

await runScript(start);

async function start() {
  refuseWithoutDisplay();
  await installDependencies();
  const { findRuntime, spawnApp } = await import('./runtime.mjs');
  const runtime = await findRuntime();
  if (runtime.kind === 'none') throw new UserFacingError(runtime.message);
  await buildIfNeeded();
  return waitForExit(spawnApp(runtime, process.argv.slice(2), toolEnvironment()));
}

function refuseWithoutDisplay() {
  if (process.platform !== 'linux') return;
  if (process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return;
  throw new UserFacingError(
    'There is no display here to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set): use "npm run demo" to see the app at work without one.',
  );
}
