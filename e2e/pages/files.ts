import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Words that every importer takes as they are. */
export const honestText = 'A fire broke out at the harbour on Friday, the harbour master said.';

/** Writes a file into a folder; answers its path. */
export async function write(
  folder: string,
  name: string,
  content: string | Uint8Array,
): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}
