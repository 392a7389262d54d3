import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Preferences } from './preferences.ts';
import { temporaryFolder } from '../store/testing/temporary-case.ts';

function opened(name: string) {
  return { name, path: `/${name}.assay`, openedAt: '2026-03-15T12:00:00.000Z' };
}

test('two windows of one machine keep what the other has written', async () => {
  const folder = await temporaryFolder();
  const [one, other] = [await Preferences.open(folder), await Preferences.open(folder)];
  await one.rememberCase(opened('first'));
  await other.rememberCase(opened('second'));
  await one.changeViewState('case-1', { 'reader/last': 'document-1' });
  await other.changeSettings({ theme: 'dark' });
  await one.changeSettings({ analyst: 'Ada' });

  const both = await Preferences.open(folder);
  expect(both.recent.map(({ name }) => name)).toEqual(['second', 'first']);
  expect(both.settings).toMatchObject({ theme: 'dark', analyst: 'Ada' });
  expect(both.viewState('case-1')).toEqual({ 'reader/last': 'document-1' });
});

test('changes made together are all kept, and none is under way any more once they are idle', async () => {
  const folder = await temporaryFolder();
  const preferences = await Preferences.open(folder);
  for (let count = 0; count < 10; count += 1)
    void preferences.changeViewState('case-1', { [`place-${count}`]: count });
  await preferences.idle();
  const reopened = await Preferences.open(folder);
  expect(Object.keys(reopened.viewState('case-1'))).toHaveLength(10);
});

test('what a program that was killed left unfinished stands in nobody’s way', async () => {
  const folder = await temporaryFolder();
  for (let count = 0; count < 200; count += 1)
    await writeFile(join(folder, `preferences.json.${count}.unfinished`), 'half');
  const preferences = await Preferences.open(folder);
  await preferences.changeSettings({ analyst: 'Ada' });
  expect((await Preferences.open(folder)).settings.analyst).toBe('Ada');
});

test.each(['', '{"settings":', '[]', '{"recent": 1}'])(
  'a file that makes no sense (%j) is kept beside the preferences, which begin anew',
  async (content) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'preferences.json'), content);
    const preferences = await Preferences.open(folder);
    expect(preferences.recent).toEqual([]);
    await preferences.rememberCase(opened('first'));
    await preferences.rememberCase(opened('second'));
    expect((await Preferences.open(folder)).recent).toHaveLength(2);
    const kept = (await readdir(folder)).filter((name) => name.endsWith('.not-understood'));
    expect(kept).toHaveLength(1);
    expect(await readFile(join(folder, kept[0] ?? ''), 'utf8')).toBe(content);
    expect(preferences.setAside).toBe(join(folder, kept[0] ?? ''));
    expect((await Preferences.open(folder)).setAside).toBeNull();
  },
);

test.skipIf(process.getuid?.() !== 0)(
  'preferences that may not be read are not begun anew over what is in them',
  async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'preferences.json');
    await (await Preferences.open(folder)).rememberCase(opened('first'));
    await chmod(folder, 0o777);
    await chmod(path, 0);
    const script = fileURLToPath(new URL('testing/change-as-nobody.ts', import.meta.url));
    const refusal = execFileSync(process.execPath, [script, folder], { encoding: 'utf8' });
    expect(refusal).toBe('EACCES');
    await chmod(path, 0o600);
    expect((await Preferences.open(folder)).recent.map(({ name }) => name)).toEqual(['first']);
  },
);

test('a change that cannot be written says so, and the next that can be is written', async () => {
  const folder = await temporaryFolder();
  const preferences = await Preferences.open(folder);
  const path = join(folder, 'preferences.json');
  await mkdir(join(path, 'in the way'), { recursive: true });
  await expect(preferences.rememberCase(opened('first'))).rejects.toThrow();
  await rm(path, { recursive: true });
  await preferences.rememberCase(opened('second'));
  const [latest] = (await Preferences.open(folder)).recent;
  expect(latest?.name).toBe('second');
});
