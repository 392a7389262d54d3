import { chown, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import type { ElectronApplication } from '@playwright/test';

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

/** Lets the app's own process be a user without rights while `act` runs: root would be let in everywhere. */
export async function asNobody(app: ElectronApplication, act: () => Promise<void>): Promise<void> {
  if (!isRoot) {
    await act();
    return;
  }
  const userData = await app.evaluate((electron) => electron.app.getPath('userData'));
  for (const name of ['', ...(await readdir(userData, { recursive: true }))])
    await chown(join(userData, name), nobody, nobody);
  await app.evaluate((_electron, user) => {
    globalThis.process.setegid?.(user);
    globalThis.process.seteuid?.(user);
  }, nobody);
  try {
    await act();
  } finally {
    await app.evaluate(() => {
      globalThis.process.seteuid?.(0);
      globalThis.process.setegid?.(0);
    });
  }
}
