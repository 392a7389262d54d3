import { stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import type Electron from 'electron';
import { HostBrowserWindow } from './browser-window.ts';
import { isHeadless } from './environment.ts';
import { askForPaths } from './in-page.ts';
import { checkOptions, strict } from './strict.ts';
import { pageOf } from './web-contents.ts';

const common = { title: 'any', buttonLabel: 'any', defaultPath: 'any', filters: 'any' } as const;
type WindowOr<Options> = HostBrowserWindow | Options;

/** Electron's module `dialog`. Tests replace its functions; a person gets a plain question inside the window. */
export const dialog = strict('dialog', {
  async showOpenDialog(
    windowOrOptions: WindowOr<Electron.OpenDialogOptions>,
    given?: Electron.OpenDialogOptions,
  ): Promise<Electron.OpenDialogReturnValue> {
    const options = optionsOf(windowOrOptions, given);
    checkOptions('showOpenDialog', options, { ...common, properties: 'any' });
    const wantsFolder = options.properties?.includes('openDirectory') ?? false;
    const paths = await ask(options, (path) => exists(path, wantsFolder));
    return { canceled: paths.length === 0, filePaths: paths };
  },
  async showSaveDialog(
    windowOrOptions: WindowOr<Electron.SaveDialogOptions>,
    given?: Electron.SaveDialogOptions,
  ): Promise<Electron.SaveDialogReturnValue> {
    const options = optionsOf(windowOrOptions, given);
    checkOptions('showSaveDialog', options, { ...common, properties: 'any' });
    const [path = ''] = await ask(options, () => Promise.resolve(true));
    return { canceled: path === '', filePath: path };
  },
});

function optionsOf<Options extends object>(
  windowOrOptions: WindowOr<Options>,
  given: Options | undefined,
): Options | Partial<Options> {
  if (!(windowOrOptions instanceof HostBrowserWindow)) return windowOrOptions;
  return given ?? {};
}

// Asks again while a path cannot be meant; no paths when the person cancels.
async function ask(
  options: Pick<Electron.OpenDialogOptions, 'title' | 'buttonLabel' | 'defaultPath'>,
  isMeant: (path: string) => Promise<boolean>,
): Promise<string[]> {
  const window = HostBrowserWindow.getAllWindows().find((candidate) => candidate.isVisible());
  if (isHeadless() || !window) {
    throw new Error(
      'Nobody can answer this dialog: without a screen, replace the function of `dialog`.',
    );
  }
  const page = await window.webContents[pageOf];
  let title = options.title ?? 'Choose';
  for (;;) {
    const question = {
      title,
      button: options.buttonLabel ?? 'OK',
      start: options.defaultPath ?? '',
    };
    const answer = await page.callInWorld(askForPaths.toString(), [question]);
    const paths = Array.isArray(answer) ? answer.map(String) : [];
    const meant = await Promise.all(
      paths.map(async (path) => isAbsolute(path) && (await isMeant(path))),
    );
    const wrong = paths[meant.indexOf(false)];
    if (wrong === undefined) return paths;
    title = `There is no ${wrong}`;
  }
}

async function exists(path: string, asFolder: boolean): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && found.isDirectory() === asFolder;
}
