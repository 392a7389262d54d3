// A test runner to be killed: starts the test app, says which processes there are, and waits for its end.
import process from 'node:process';
import { startFixture } from '../fixture.ts';

const { app, userData } = await startFixture(process.argv[2] ?? '');
process.stdout.write(`${JSON.stringify({ host: app.process().pid, userData })}\n`);
