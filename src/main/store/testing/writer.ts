// Changes a case without end, for a test that kills it: prints the number of each change once it is acknowledged.
import process from 'node:process';
import { openCase } from '../case-store.ts';

const [path = ''] = process.argv.slice(2);
const opened = await openCase(path, { readOnly: false, analyst: 'Ada' });
if (!opened.ok) throw new Error(opened.error.message);
const store = opened.value;
for (let index = 0; ; index += 1) {
  // Some one by one, some in groups, as an analyst and an import do.
  const count = index % 3 === 0 ? 8 : 1;
  const names = Array.from({ length: count }, (_, place) => `${index}.${place}`);
  await Promise.all(
    names.map(async (name) => {
      const done = await store.run('source/create', { name, kind: 'outlet' });
      if (done.ok) process.stdout.write(`${done.value.seq ?? ''} ${name}\n`);
    }),
  );
}
