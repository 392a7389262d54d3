import { join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';

/** Asks for existing files; absolute paths, empty when the user cancels. */
export async function chooseFiles(options: {
  title: string;
  filters: Electron.FileFilter[];
}): Promise<string[]> {
  return choose({ ...options, properties: ['openFile', 'multiSelections'] });
}

/** Asks for an existing folder; an absolute path, or null when the user cancels. */
export async function chooseFolder(options: {
  title: string;
  buttonLabel: string;
}): Promise<string | null> {
  const chosen = await choose({ ...options, properties: ['openDirectory', 'createDirectory'] });
  return chosen[0] ?? null;
}

/** Asks where to save; an absolute path that may already exist (the user has confirmed), or null when cancelled. */
export async function chooseSaveLocation(options: {
  title: string;
  defaultName: string;
  filters: Electron.FileFilter[];
  buttonLabel?: string;
}): Promise<string | null> {
  const { defaultName, ...rest } = options;
  const settings: Electron.SaveDialogOptions = {
    ...rest,
    defaultPath: join(app.getPath('documents'), defaultName),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  };
  const parent = parentWindow();
  const answer = await (parent
    ? dialog.showSaveDialog(parent, settings)
    : dialog.showSaveDialog(settings));
  return answer.canceled || answer.filePath === '' ? null : answer.filePath;
}

async function choose(options: Electron.OpenDialogOptions): Promise<string[]> {
  const parent = parentWindow();
  const answer = await (parent
    ? dialog.showOpenDialog(parent, options)
    : dialog.showOpenDialog(options));
  return answer.canceled ? [] : answer.filePaths;
}

// A dialog belongs to the window, so that it cannot get behind it. Hidden windows print, and must not own one.
function parentWindow(): Electron.BrowserWindow | undefined {
  return BrowserWindow.getAllWindows().find((window) => window.isVisible());
}
