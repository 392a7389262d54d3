// Puts files in place as a user without rights, for a test that runs as root: prints the result.
import process from 'node:process';
import { type NewFile, placeFiles } from '../disk/place-files.ts';
import { becomeNobody } from './become-nobody.ts';

becomeNobody();
const bytes = new TextEncoder().encode('new');
// The test passes files without their content.
const files = JSON.parse(process.argv[2] ?? '[]') as Omit<NewFile, 'bytes'>[];
process.stdout.write(JSON.stringify(await placeFiles(files.map((file) => ({ ...file, bytes })))));
