import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds a worker into a folder as the app has it, because one that runs from its source takes longer to start; answers its path. */
export async function builtWorker(source: URL, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(source),
      outDir: folder,
      rolldownOptions: { output: { entryFileNames: 'worker.js' } },
    },
  });
  return join(folder, 'worker.js');
}
