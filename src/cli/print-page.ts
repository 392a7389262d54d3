import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { type AppError, appError } from '../contract/errors.ts';
import { type Result, err, ok } from '../domain/core/result.ts';

/**
 * Prints a page through a script that is run as `node SCRIPT PAGE PDF` and knows how to start the window's runtime: it
 * writes the PDF, or says on standard error why it cannot. Without a script there is nothing to print with.
 */
export async function printPage(
  html: string,
  script: string | undefined,
): Promise<Result<Uint8Array, AppError>> {
  if (script === undefined) return unavailable('this program was started without it');
  // A folder that only this user can look into: the page holds the words of the case.
  const folder = await mkdtemp(join(tmpdir(), 'assay-print-'));
  try {
    const page = join(folder, 'page.html');
    const pdf = join(folder, 'page.pdf');
    await writeFile(page, html);
    const { code, complaint } = await run([script, page, pdf]);
    return code === 0 ? ok(await readFile(pdf)) : unavailable(lastLine(complaint));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(command: readonly string[]): Promise<{ code: number | null; complaint: string }> {
  return new Promise((resolve, reject) => {
    // The same Node that runs this, and no shell: paths may have any character. The script's own output is nobody's
    // business.
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    child.once('error', reject);
    // `close` comes after the pipe has ended, unlike `exit`, so the complaint is complete. The code is null when a
    // signal ended the script.
    child.once('close', (code) => {
      resolve({ code, complaint });
    });
  });
}

function unavailable(reason: string): Result<never, AppError> {
  return err(appError('export/no-window-runtime', { reason }));
}

// The reason becomes part of a sentence.
function lastLine(text: string): string {
  const line = text.trim().split('\n').at(-1)?.trim() ?? '';
  return line === '' ? 'it ended without a word' : line.replace(/\.$/, '');
}
