import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import process from 'node:process';
import { isHeadless } from './environment.ts';
import { strict } from './strict.ts';

/** Electron's module `shell`. Tests replace its function; a person sees the folder, on macOS with the file selected. */
export const shell = strict('shell', {
  showItemInFolder(fullPath: string): void {
    if (isHeadless()) {
      throw new Error(
        'Nobody can see this folder: without a screen, replace the function of `shell`.',
      );
    }
    const [command, values] =
      process.platform === 'darwin'
        ? ['open', ['-R', fullPath]]
        : ['xdg-open', [dirname(fullPath)]];
    const opener = spawn(command, values, { detached: true, stdio: 'ignore' });
    opener.once('error', (error) => {
      process.emitWarning(`The folder of ${fullPath} cannot be shown: ${error.message}`);
    });
    opener.unref();
  },
});
