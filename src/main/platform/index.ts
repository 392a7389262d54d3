export { appPaths, quit, runApp, runtimeName } from './app.ts';
export { chooseFiles, chooseFolder, chooseSaveLocation } from './dialogs.ts';
export { handleInvoke } from './ipc.ts';
export { setMenu } from './menu.ts';
export { printToPdf } from './print.ts';
export { holdPreview } from './protocol.ts';
export { showInFolder } from './shell.ts';
export { setTheme } from './theme.ts';
export { openWindow, type AppWindow } from './window.ts';
