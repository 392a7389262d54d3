import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { refusedCode } from './refused-code.ts';

const script = fileURLToPath(new URL('trials.ts', import.meta.url));

const Trial = z.object({
  subject: z.string(),
  acknowledged: z.int(),
  problems: z.array(z.string()),
});

/** One writer whose power went. */
export type Trial = z.infer<typeof Trial>;

/** Why the power cannot be cut here, in words; null where it can. */
export async function whyNoPowerCuts(): Promise<string | null> {
  if (process.platform !== 'linux') return 'it needs the loop devices of Linux';
  if (process.getuid?.() !== 0) return 'only root may mount a file system';
  const { code, errors } = await runTrials(0);
  if (code === 0) return null;
  // What is broken must not pass for what is not possible.
  if (code === refusedCode || /^(unshare|Error: spawn unshare)/.test(errors))
    return `mounting was refused (${firstLine(errors)})`;
  throw new Error(`The trials broke: ${errors}`);
}

/** Cuts the power so many times under each subject, each time after more saves. */
export async function runPowerCuts(count: number): Promise<Trial[]> {
  const { code, output, errors } = await runTrials(count);
  if (code !== 0) throw new Error(`The trials broke: ${errors}`);
  return output
    .trimEnd()
    .split('\n')
    .map((line) => Trial.parse(JSON.parse(line)));
}

// The mounts live in a namespace that ends with its last process, and the processes end with the first of them.
async function runTrials(
  count: number,
): Promise<{ code: number | null; output: string; errors: string }> {
  const apart = ['--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];
  const child = spawn('unshare', [...apart, process.execPath, script, String(count)]);
  const closed = once(child, 'close').then(
    () => '',
    (error: unknown) => String(error),
  );
  const [output, errors, failure] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    closed,
  ]);
  return { code: child.exitCode, output, errors: failure || errors };
}

function firstLine(errors: string): string {
  return errors.trim().split('\n').at(0) ?? '';
}
