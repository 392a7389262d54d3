// Opens a case as a user without rights, for a test that runs as root: prints the error's code, or "opened".
import process from 'node:process';
import { openCase } from '../case-store.ts';
import { becomeNobody } from './become-nobody.ts';

const [path = '', options = '{}'] = process.argv.slice(2);
becomeNobody();
// The test passes what `openCase` takes.
const opened = await openCase(path, JSON.parse(options) as Parameters<typeof openCase>[1]);
process.stdout.write(opened.ok ? 'opened' : opened.error.code);
if (opened.ok) await opened.value.close();
