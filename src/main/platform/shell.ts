import { shell } from 'electron';

/** Shows a file in the system's own file manager; nothing happens where there is none or the file is gone. */
export function showInFolder(path: string): void {
  shell.showItemInFolder(path);
}
