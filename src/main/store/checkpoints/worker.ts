import { serveWork } from '../../workers/serve-work.ts';
import { readPlainFileSync } from '../disk/plain-files.ts';
import { isIntact } from './seal.ts';
import type { ReadingWork } from './sealed-files.ts';

serveWork<ReadingWork>(({ order: paths }) => paths.map(intactBytes));

function intactBytes(path: string): Uint8Array | null {
  try {
    const bytes = readPlainFileSync(path);
    return bytes !== null && isIntact(bytes) ? bytes : null;
  } catch {
    // Whoever asked reads it once more, and tells what is the matter.
    return null;
  }
}
