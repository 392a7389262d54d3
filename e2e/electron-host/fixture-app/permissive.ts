// A test app that denies nothing. What it can do shows that the host itself holds nothing back in the platform's place.
import { app, BrowserWindow, protocol, session } from 'electron';

const pages: Readonly<Record<string, string>> = {
  '/index.html': '<h1>First</h1><a id="second" href="second.html">on</a>',
  '/second.html': '<h1>Second</h1>',
};

protocol.registerSchemesAsPrivileged([
  { scheme: 'open', privileges: { standard: true, secure: true } },
]);

void app.whenReady().then(async () => {
  session.defaultSession.protocol.handle('open', (request) => {
    const html = pages[new URL(request.url).pathname];
    return new Response(html ?? '', {
      status: html === undefined ? 404 : 200,
      headers: { 'content-type': 'text/html' },
    });
  });
  const window = new BrowserWindow({ webPreferences: { sandbox: true } });
  await window.loadURL('open://page/index.html');
});
