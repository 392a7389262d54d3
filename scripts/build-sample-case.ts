/** `npm run sample`: builds the annotated sample case anew from its documents, through the importer and the commands. */
import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildSampleCase } from './sample-case/build.ts';

const place = fileURLToPath(new URL('../resources/sample-case/Sample case.assay', import.meta.url));
// Built beside its place, so that the old one stays if anything is refused.
const beside = `${place}.${randomUUID()}`;
try {
  await buildSampleCase(beside);
  await rm(place, { recursive: true, force: true });
  await rename(beside, place);
} finally {
  await rm(beside, { recursive: true, force: true });
}
process.stdout.write(`Built ${place}\n`);
