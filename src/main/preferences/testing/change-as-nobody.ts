// Changes preferences as a user without rights, for a test that runs as root: prints the code of what refuses it.
import process from 'node:process';
import { isSystemError } from '../../store/disk/file-errors.ts';
import { becomeNobody } from '../../store/testing/become-nobody.ts';
import { Preferences } from '../preferences.ts';

becomeNobody();
const preferences = await Preferences.open(process.argv[2] ?? '');
try {
  await preferences.changeSettings({ analyst: 'Ada' });
} catch (error) {
  process.stdout.write(isSystemError(error) ? error.code : String(error));
}
