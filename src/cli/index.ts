import process from 'node:process';
import workerPath from '../main/formats/documents/worker?modulePath';
import { userName } from '../main/preferences/preferences.ts';
import { version } from '../main/version.ts';
import { runCommandLine } from './command-line.ts';
import { printPage } from './print-page.ts';

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // A second one ends the program at once.
  process.once(signal, () => {
    interruption.abort();
  });
}

// A reader such as `head` that has seen enough is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  version,
  workerPath,
  signal: interruption.signal,
  analyst: userName(),
  write: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  showProgress: (text) => {
    // Carriage return and "erase to the end of the line".
    if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`);
  },
  print: (html) => printPage(html, process.env['ASSAY_PRINT_SCRIPT']),
});
