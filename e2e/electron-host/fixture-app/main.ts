// The host's own test app: the real platform layer with the smallest possible app on top.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import {
  appPaths,
  chooseFiles,
  chooseFolder,
  chooseSaveLocation,
  handleInvoke,
  holdPreview,
  openWindow,
  printToPdf,
  runApp,
  setMenu,
  setTheme,
  showInFolder,
  type AppWindow,
} from '../../../src/main/platform/index.ts';

const actions: string[] = [];
let window: AppWindow | null = null;

runApp(async () => {
  handleInvoke(answer);
  setMenu(
    [
      {
        label: 'File',
        items: [
          { label: 'Open…', action: 'file/open', shortcut: 'CmdOrCtrl+O', enabled: true },
          { label: 'Save', action: 'file/save', enabled: false },
          'separator',
          { role: 'quit' },
        ],
      },
    ],
    (action) => {
      actions.push(action);
    },
  );
  if (process.argv.includes('--fail')) throw new Error('told to fail');
  window = await openWindow();
  window.onCloseRequested(async () => {
    await writeFile(join(appPaths().userData, 'finished.txt'), 'closed in order');
  });
});

async function answer(call: string, request: unknown): Promise<unknown> {
  switch (call) {
    case 'echo':
      return request;
    case 'length':
      return request instanceof Uint8Array ? request.length : -1;
    case 'large':
      return 'x'.repeat(Number(request));
    case 'fail':
      throw new Error('told to fail');
    case 'announce':
      window?.send('announced', request);
      return null;
    case 'choose files':
      return chooseFiles({ title: 'Files', filters: [{ name: 'Text', extensions: ['txt'] }] });
    case 'choose folder':
      return chooseFolder({ title: 'Folder', buttonLabel: 'Use' });
    case 'choose save location':
      return chooseSaveLocation({ title: 'Save', defaultName: 'report.html', filters: [] });
    case 'print':
      return printToPdf(String(request));
    case 'preview':
      return holdPreview(String(request));
    case 'show':
      showInFolder(String(request));
      return null;
    case 'dark':
      setTheme('dark');
      return null;
    case 'actions':
      return actions;
    case 'paths':
      return appPaths();
    default:
      throw new Error(`unknown call ${call}`);
  }
}
