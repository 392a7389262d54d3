import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { allRecords, reopen, temporaryCase, valueOf } from '../testing/temporary-case.ts';

// Starts a program that changes the case, kills it once it has acknowledged so many changes, and answers those.
async function killAfter(path: string, count: number): Promise<string[]> {
  const writer = fileURLToPath(new URL('../testing/writer.ts', import.meta.url));
  const child = spawn(process.execPath, [writer, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: string[] = [];
  const closed = once(child, 'close');
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === count) child.kill('SIGKILL');
  }
  await closed;
  return acknowledged;
}

test(
  'whatever was acknowledged before the program was killed is there, and the case goes on',
  { timeout: 60_000 },
  async () => {
    const store = await temporaryCase();
    await store.close();
    const acknowledged: string[] = [];
    for (const count of [1, 5, 50, 300]) {
      acknowledged.push(...(await killAfter(store.path, count)));
      const opened = await reopen(store.path);
      const names = [...opened.view.all('source')].map(({ name }) => name);
      for (const line of acknowledged) expect(names).toContain(line.split(' ')[1]);
      expect(valueOf(await opened.verify()).findings).toEqual([]);
      const records = allRecords(opened);
      await opened.close();
      expect(allRecords(await reopen(store.path, { readOnly: true }))).toEqual(records);
    }
  },
);
