/** `npm run bench [NAME…]`: runs the benchmarks named, or all, each in a process of its own, one after another. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const child = '--in-this-process';

const [first, ...others] = process.argv.slice(2);
process.exitCode =
  first === child ? await runHere(others) : await runEach(chosen(process.argv.slice(2)));

/**
 * @param {readonly string[]} names
 * @returns {Promise<number>} the exit code
 */
async function runHere(names) {
  for (const name of names) {
    /** @type {unknown} */
    const loaded = await import(pathToFileURL(join(folder, `${name}.ts`)).href);
    await /** @type {{ run: () => Promise<void> }} */ (loaded).run();
  }
  return 0;
}

/**
 * @param {readonly string[]} names
 * @returns {Promise<number>} the exit code
 */
async function runEach(names) {
  let code = 0;
  for (const name of names) {
    process.stdout.write(`\n${name}\n\n`);
    const ended = await runApart(name);
    if (ended !== 0) code = 1;
  }
  return code;
}

/**
 * In a process of its own, so that none inherits another's heap.
 * @param {string} name
 * @returns {Promise<number | null>} the exit code
 */
function runApart(name) {
  const script = fileURLToPath(import.meta.url);
  return new Promise((resolve, reject) => {
    spawn(process.execPath, [script, child, name], { stdio: 'inherit' })
      .once('error', reject)
      .once('close', resolve);
  });
}

/**
 * @param {readonly string[]} names
 * @returns {readonly string[]} all there are if none is named
 */
function chosen(names) {
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length));
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    process.stderr.write(
      `There is no benchmark ${unknown.join(', ')}: use any of ${all.join(', ')}, or none for all.\n`,
    );
    process.exit(2);
  }
  return names.length > 0 ? names : all;
}
