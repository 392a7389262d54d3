/** `npm run check`: everything that can be said about the code without running it. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './bootstrap.mjs';
import { cacheFolder, run, runScript, say, toolCommand } from './project.mjs';

/** One tsconfig per runtime, so that no code can use what its runtime lacks. */
const PROJECTS = [
  'src/domain',
  'src/contract',
  'src/main',
  'src/preload',
  'src/renderer',
  'src/cli',
  'e2e',
  'bench',
  'scripts',
];

/** The tools are bound by memory as well: more than this at a time gains nothing. */
const AT_A_TIME = Math.min(2, availableParallelism());

/** @typedef {{ name: string, command: string[] }} Step */

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    await installDependencies();
    const failed = await check();
    return failed.length === 0 ? 0 : 1;
  });
}

/**
 * Runs every step, also after one has failed, and prints a line for each; a failing step's output is printed too.
 * @returns {Promise<string[]>} the names of the steps that failed
 */
export async function check() {
  const waiting = steps();
  /** @type {string[]} */
  const failed = [];
  async function work() {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      if (!(await runStep(step))) failed.push(step.name);
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  say(
    failed.length === 0 ? 'All checks passed.' : `Checks that failed: ${failed.sort().join(', ')}.`,
  );
  return failed;
}

/** @param {Step} step */
async function runStep(step) {
  const started = Date.now();
  const { code, output } = await run(step.command, { output: 'capture' });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (code !== 0) say(`\n${output.trim()}\n`);
  say(`${code === 0 ? 'passed' : 'FAILED'}  ${step.name.padEnd(20)} ${seconds.padStart(6)} s`);
  return code === 0;
}

/**
 * The longest first, so that the others fit beside it.
 * @returns {Step[]}
 */
function steps() {
  return [
    {
      name: 'eslint',
      command: [
        ...toolCommand('eslint'),
        '.',
        '--max-warnings=0',
        '--cache',
        '--cache-strategy=content',
        `--cache-location=${join(cacheFolder, 'eslint.json')}`,
      ],
    },
    ...PROJECTS.map(typeCheck),
    {
      name: 'prettier',
      command: [
        ...toolCommand('prettier'),
        '--check',
        '.',
        '--log-level=warn',
        '--cache',
        '--cache-strategy=content',
        `--cache-location=${join(cacheFolder, 'prettier.json')}`,
      ],
    },
    {
      name: 'dependency-cruiser',
      command: [
        ...toolCommand('dependency-cruiser', 'depcruise'),
        ...['--config', '.dependency-cruiser.cjs'],
        ...['src', 'e2e', 'bench', 'scripts'],
      ],
    },
    { name: 'knip', command: toolCommand('knip') },
  ];
}

/**
 * @param {string} project
 * @returns {Step}
 */
function typeCheck(project) {
  const record = join(cacheFolder, 'tsc', `${project.replace('/', '-')}.tsbuildinfo`);
  return {
    name: `tsc ${project}`,
    command: [
      ...toolCommand('typescript', 'tsc'),
      ...['--project', project, '--incremental', '--tsBuildInfoFile', record],
    ],
  };
}
