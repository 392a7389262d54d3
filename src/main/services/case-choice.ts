import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CallRequest } from '../../contract/calls.ts';
import { type AppError, appError } from '../../contract/errors.ts';
import { type Result, err, ok } from '../../domain/core/result.ts';
import { attempt } from '../store/disk/file-errors.ts';
import type { Environment } from './environment.ts';

/** How the window names the case it wants. */
type Choice = CallRequest<'case/open'>['choice'];

/** What finding a case takes of the window and the machine. */
type Surroundings = Pick<Environment, 'preferences' | 'userData' | 'sampleCase' | 'chooseFolder'>;

const dialog = { title: 'Open a case', buttonLabel: 'Open the case' };

/** Finds where the case is that the window wants opened: the window never names a path, not even one it asked for before. */
export class CaseChoice {
  readonly #environment: Surroundings;
  // The place that was asked for last: what “open it read-only” or “recover it” after a refusal is about.
  #last: string | null = null;

  constructor(environment: Surroundings) {
    this.#environment = environment;
  }

  /** The path of the case that is wanted, which is then the one that was asked for last; null where a dialog was cancelled. */
  async pathOf(choice: Choice): Promise<Result<string | null, AppError>> {
    const path = await this.#find(choice);
    if (path.ok && path.value !== null) this.#last = path.value;
    return path;
  }

  /** Takes note of a case that may be wanted once more in another way. */
  remember(path: string): void {
    this.#last = path;
  }

  async #find(choice: Choice): Promise<Result<string | null, AppError>> {
    switch (choice.kind) {
      case 'sample':
        return sampleCopy(this.#environment);
      case 'recent': {
        const path = this.#environment.preferences.pathOf(choice.key);
        return path === undefined
          ? err(appError('store/not-found', { path: 'this place' }))
          : ok(path);
      }
      case 'dialog':
        return ok(await this.#environment.chooseFolder(dialog));
      case 'again':
        // Null before anything was asked for, which is answered as a dialog that was cancelled.
        return ok(this.#last);
    }
  }
}

/** Asks where a case is to be made, offering a file name (without its extension); null where the dialog was cancelled. */
export function chooseCasePlace(
  { chooseSaveLocation }: Pick<Environment, 'chooseSaveLocation'>,
  { title, name, buttonLabel }: { title: string; name: string; buttonLabel: string },
): Promise<string | null> {
  const filters = [{ name: 'Assay case', extensions: ['assay'] }];
  return chooseSaveLocation({ title, defaultName: `${name}.assay`, filters, buttonLabel });
}

/** Where the analyst's own copy of the sample case is; what they did to it before is still there. */
async function sampleCopy({
  userData,
  sampleCase,
}: Surroundings): Promise<Result<string, AppError>> {
  const copy = join(userData, 'sample-case', 'Sample case.assay');
  // Never replaced, not even by a newer one that ships: what the analyst did in it is theirs.
  if (existsSync(copy)) return ok(copy);
  // Copied beside its place first: half a copy must not pass for the whole one.
  const unfinished = `${copy}.unfinished`;
  return attempt(copy, async () => {
    await mkdir(dirname(copy), { recursive: true });
    await rm(unfinished, { recursive: true, force: true });
    await cp(sampleCase, unfinished, { recursive: true });
    await rename(unfinished, copy);
    return copy;
  });
}
