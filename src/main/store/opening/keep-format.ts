import { join } from 'node:path';
import { currentFormat } from '../../migrations/registry.ts';
import { type CaseFolder, caseFile, immutableParts } from '../disk/case-folder.ts';
import { copyParts } from '../disk/copy-files.ts';
import { kindAt, placeFolder } from '../disk/durable-files.ts';

/** Tells whether a name in a case folder is that of a case of an older format that is kept there. */
export function isKeptFormat(name: string): boolean {
  return /^before-format-\d+\.assay$/.test(name);
}

/**
 * Keeps a case of an older format as it is, before it is written to: a whole case of its own, in a folder of the case, that
 * the older Assay opens. All but the journal, the only part that is ever written to in place, is shared where the file
 * system can do that. A copy that is there already stays: it is from before the first change. Answers the folder's name.
 */
export async function keepFormat({ root }: CaseFolder): Promise<string> {
  const name = `before-format-${currentFormat}.assay`;
  const kept = join(root, name);
  if ((await kindAt(kept)) === 'nothing') {
    const shared = [caseFile, 'documents', ...immutableParts];
    await placeFolder(kept, (beside) => copyParts(root, beside, { copied: ['journal'], shared }));
  }
  return name;
}
