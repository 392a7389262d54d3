import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { connect, type DevToolsConnection } from './devtools.ts';

/** A running Chromium with a temporary profile. */
export interface Chromium extends DevToolsConnection {
  /** Ends the browser and removes its profile; resolves when both are gone. */
  close(): Promise<void>;
  /** Settles when the browser's process ends, for whatever reason. */
  readonly exited: Promise<void>;
}

/** How Chromium is started; switches are named without dashes, an empty value means none. */
export interface ChromiumOptions {
  executable: string;
  headless: boolean;
  switches: ReadonlyMap<string, string>;
}

// Long enough for a machine under load to end a browser in order.
const CLOSING_LIMIT_MS = 5_000;

/**
 * What keeps Chromium to itself: it asks its user nothing, updates nothing, and finds no host but this machine. Named
 * without dashes; for everything of ours that starts a Chromium which is to be shown pages of our own only.
 */
export const seclusion = [
  'no-first-run',
  'no-default-browser-check',
  'no-service-autorun',
  'disable-background-networking',
  'disable-breakpad',
  'disable-component-update',
  'disable-default-apps',
  'disable-dev-shm-usage',
  'disable-domain-reliability',
  'disable-extensions',
  'disable-sync',
  'dns-prefetch-disable',
  'password-store=basic',
  // Chromium's own services must not reach out either; this machine stays reachable for the tests of the blocking.
  'host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  // Otherwise a bar over the window would warn of the switch above.
  'test-type',
];

const ownSwitches = ['remote-debugging-pipe', ...seclusion];

// Electron connects nowhere ahead of a request; 2 is Chromium's word for never.
const preferences = { net: { network_prediction_options: 2 } };

// Outlives the host: waits for the host's end (its input closes), then for Chromium's, and removes the profile.
const reaper = `
cat >/dev/null
turns=0
while kill -0 "$1" 2>/dev/null && [ $turns -lt 30 ]; do sleep 0.1; turns=$((turns + 1)); done
kill -KILL -- "-$1" 2>/dev/null
for turn in 1 2 3; do rm -rf -- "$2" 2>/dev/null && break; sleep 0.3; done
`;

/** Starts Chromium and connects to it; rejects with its last words when it does not start. */
export async function startChromium(options: ChromiumOptions): Promise<Chromium> {
  const profile = createProfile();
  const child = spawn(options.executable, commandLine(options, profile), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A group of its own, so that all its processes can be ended together.
    detached: true,
  });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.once('error', () => {
      resolve();
    });
  });
  const words = listen(child);
  watchOver(child, profile);
  const connection = connect(child.stdio[3] as Writable, child.stdio[4] as Readable);
  try {
    await connection.browser.send('Browser.getVersion');
  } catch {
    rmSync(profile, { recursive: true, force: true });
    throw new Error(`Chromium (${options.executable}) did not start. ${words.join(' ')}`);
  }
  return {
    ...connection,
    exited,
    close: async () => {
      await connection.browser.send('Browser.close').catch(() => undefined);
      await settleWithin(exited, CLOSING_LIMIT_MS);
      endGroup(child);
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    },
  };
}

function createProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'assay-chromium-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}

function commandLine(options: ChromiumOptions, profile: string): string[] {
  const given = [...options.switches].map(([name, value]) =>
    value === '' ? `--${name}` : `--${name}=${value}`,
  );
  const shown = options.headless
    ? ['--headless', '--disable-gpu', '--no-startup-window']
    : ['--app=data:text/html,'];
  const root =
    process.getuid?.() === 0 && !options.switches.has('no-sandbox') ? ['--no-sandbox'] : [];
  return [
    ...given,
    ...ownSwitches.map((name) => `--${name}`),
    ...root,
    `--user-data-dir=${profile}`,
    ...shown,
  ];
}

// The test runner looks for the line with the DevTools address; all else that Chromium says is noise unless it fails.
function listen(child: ChildProcess): string[] {
  const lastWords: string[] = [];
  if (!child.stderr) return lastWords;
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`);
    lastWords.push(line);
    if (lastWords.length > 8) lastWords.shift();
  });
  return lastWords;
}

function watchOver(child: ChildProcess, profile: string): void {
  const watcher = spawn('/bin/sh', ['-c', reaper, 'reaper', String(child.pid ?? 0), profile], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watcher.unref();
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nothing of the group is left, as it should be.
  }
}

async function settleWithin(promise: Promise<void>, limit: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limit);
  });
  await Promise.race([promise, timeout]);
  clearTimeout(timer);
}
