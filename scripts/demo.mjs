/**
 * `npm run demo`: does the main job through the real window, without a display, and leaves the report, the tables and
 * pictures of every screen in `demo/`. `npm run demo -- --pictures` makes the README's pictures again instead.
 */
import { join } from 'node:path';
import process from 'node:process';
import { buildIfNeeded, installDependencies } from './bootstrap.mjs';
import {
  UserFacingError,
  findNode,
  projectRoot,
  run,
  runScript,
  say,
  toolEnvironment,
} from './project.mjs';

await runScript(demo);

async function demo() {
  await installDependencies();
  const { findRuntime, runtimeEnvironment } = await import('./runtime.mjs');
  const runtime = await findRuntime();
  if (runtime.kind === 'none') throw new UserFacingError(runtime.message);
  await buildIfNeeded();
  const isForReadme = process.argv.includes('--pictures');
  const target = join(projectRoot, isForReadme ? 'docs/pictures' : 'demo');
  const env = { ...toolEnvironment(), ...runtimeEnvironment(runtime), ASSAY_HEADLESS: '1' };
  const script = join(projectRoot, 'e2e', 'demo.ts');
  const options = isForReadme ? ['--pictures'] : [];
  const { code } = await run([findNode(), script, target, ...options], { env });
  if (code === 0) say(`Done: see ${target}`);
  return code;
}
