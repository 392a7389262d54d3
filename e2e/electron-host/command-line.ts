/** What Electron's command line says. */
export interface CommandLine {
  /** Modules to load before the app, from `-r`. */
  preloads: string[];
  /** Chromium's switches without dashes; an empty value means none. */
  switches: Map<string, string>;
  /** The app's folder: the first word that is no switch. What follows it belongs to the app. */
  appFolder: string | null;
}

// They are Node's, and the executable has handed them to Node already.
const notChromiums = new Set(['inspect']);

/** Reads a command line, without the executable. */
export function parseCommandLine(words: readonly string[]): CommandLine {
  const line: CommandLine = { preloads: [], switches: new Map(), appFolder: null };
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word === '-r') {
      line.preloads.push(words[++index] ?? '');
      continue;
    }
    const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/.exec(word) ?? [];
    if (name === undefined) return { ...line, appFolder: word };
    if (!notChromiums.has(name)) line.switches.set(name, value);
  }
  return line;
}
