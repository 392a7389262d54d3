import process from 'node:process';
import workerPath from '../main/formats/documents/worker?modulePath';
import { userName } from '../main/preferences/preferences.ts';
import { version } from '../main/version.ts';
import { runCommandLine } from './command-line.ts';
import { printPage } from './print-page.ts';

// The entry of the command line: wiring only, as `main/index.ts` is that of the window.
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // A second one ends the program at once.
    process.once(signal, () => {
      controller.abort();
    });
  }
  return controller.signal;
}

// A reader such as `head` that has seen enough is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// Set, not `process.exit`: what was written to a pipe is still on its way, and would be cut off.
process.exitCode = await runCommandLine(process.argv.slice(2), {
  version,
  workerPath,
  interruption,
  analyst: userName(),
  write: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  showProgress: (text) => {
    // Carriage return and "erase to the end of the line".
    if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`);
  },
  // Set by the program that starts this one and knows how to start the window's runtime.
  print: (html) => printPage(html, process.env['ASSAY_PRINT_SCRIPT']),
});
