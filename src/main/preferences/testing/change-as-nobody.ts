// Changes preferences as a user without rights, for a test that runs as root: prints the code of what refuses it.
import process from 'node:process';
import { Preferences } from '../preferences.ts';

process.setgid?.(65_534);
process.setuid?.(65_534);
const preferences = await Preferences.open(process.argv[2] ?? '');
const refusal = await preferences.changeSettings({ analyst: 'Ada' }).then(
  () => 'none',
  (error: NodeJS.ErrnoException) => error.code,
);
process.stdout.write(String(refusal));
