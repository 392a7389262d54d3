import { readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { printPage } from './print-page.ts';
import { temporaryFolder } from './test-run.ts';

async function withScript(source: string): Promise<Awaited<ReturnType<typeof printPage>>> {
  const folder = await temporaryFolder();
  try {
    const script = join(folder.path, 'script.mjs');
    await writeFile(script, source);
    return await printPage('<p>Ünïcode</p>', script);
  } finally {
    await folder.remove();
  }
}

async function leftBehind(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('assay-print-'));
}

it('hands the page to the script, answers what it wrote, and leaves nothing behind', async () => {
  const before = await leftBehind();
  const printed = await withScript(
    `import { copyFileSync } from 'node:fs'; copyFileSync(process.argv[2], process.argv[3]);`,
  );
  expect(printed.ok && new TextDecoder().decode(printed.value)).toBe('<p>Ünïcode</p>');
  expect(await leftBehind()).toEqual(before);
});

it('gives the script’s last words as the reason', async () => {
  const refused = await withScript(
    `console.error('Looking for it…'); console.error('No Chromium was found.'); process.exit(1);`,
  );
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'export/no-window-runtime', facts: { reason: 'No Chromium was found' } },
  });
});

it('says so when there is nothing to print with', async () => {
  expect(await printPage('<p></p>', undefined)).toMatchObject({
    ok: false,
    error: { code: 'export/no-window-runtime' },
  });
});
