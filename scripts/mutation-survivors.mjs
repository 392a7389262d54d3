/** Tells of each change that no test noticed as soon as that is known: a run that is stopped has said what it found. */
import process from 'node:process';
import { ENDS, shortened } from './mutation-report.mjs';

/** @typedef {{ fileName: string, location: { start: { line: number, column: number } }, replacement?: string, mutatorName: string, status: string }} TriedMutant */

class Survivors {
  /** @param {TriedMutant} mutant */
  onMutantTested({ fileName, location: { start }, replacement, mutatorName, status }) {
    const end = ENDS[status];
    if (end === undefined || end === 'killed') return;
    const becomes = shortened(replacement ?? mutatorName);
    process.stdout.write(`${end}  ${fileName}:${start.line}:${start.column}  →  ${becomes}\n`);
  }
}

/** What Stryker finds in a plugin. */
export const strykerPlugins = [{ kind: 'Reporter', name: 'survivors', injectableClass: Survivors }];
