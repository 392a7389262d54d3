import { dirname, resolve } from 'node:path';
import { type AppError, appError } from '../../../contract/errors.ts';
import { type Result, err, ok } from '../../../domain/core/result.ts';
import { caseFile, caseFolder, immutableParts } from '../disk/case-folder.ts';
import { isWithin } from './copy-case.ts';
import { copyParts } from '../disk/copy-files.ts';
import { kindAt, placeFolder } from '../disk/durable-files.ts';
import { attempt } from '../disk/file-errors.ts';
import { checkFolder } from '../opening/open-folder.ts';

// The journal last: if somebody works in the case meanwhile, it reaches at least as far as what was copied before it.
const parts = [caseFile, 'documents', ...immutableParts, 'journal'];

/**
 * Copies the folder of a case as it is, damaged or not, to where nothing is, so that it can be recovered there while the
 * case itself is left alone. What earlier repairs have kept stays behind.
 */
export async function copyFolder(source: string, place: string): Promise<Result<null, AppError>> {
  const [from, to] = [resolve(source), resolve(place)];
  const checked = await checkFolder(caseFolder(from));
  if (!checked.ok) return checked;
  if (isWithin(to, from)) return refused(to, 'it would lie in the case itself');
  const copied = await attempt(to, async () => {
    if ((await kindAt(dirname(to))) !== 'folder')
      return refused(to, `there is no folder “${dirname(to)}”`);
    if ((await kindAt(to)) !== 'nothing') return err(appError('store/exists', { path: to }));
    await placeFolder(to, (beside) => copyParts(from, beside, { copied: parts }));
    return ok(null);
  });
  return copied.ok ? copied.value : copied;
}

function refused(path: string, reason: string): Result<never, AppError> {
  return err(appError('store/copy-failed', { path, reason }));
}
