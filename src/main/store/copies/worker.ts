import { serveWork } from '../../workers/serve-work.ts';
import { copyCase } from './copy-case.ts';
import type { CopyWork } from './copy-worker.ts';

// Progress is not told for each of many small files: nobody sees more than ten steps a second.
const progressMilliseconds = 100;

serveWork<CopyWork>(({ order, tell }) => {
  let toldAt = 0;
  return copyCase(order, (progress) => {
    const now = performance.now();
    if (now - toldAt < progressMilliseconds && progress.done < progress.total) return;
    toldAt = now;
    tell(progress);
  });
});
