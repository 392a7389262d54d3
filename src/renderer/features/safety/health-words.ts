import type { Health, Writer } from '../../../contract/health.ts';

/** Who writes, and where: "Bela on desk-3". */
export function whoWrites({ analyst, host }: Writer): string {
  return `${analyst === '' ? 'Somebody' : analyst} on ${host}`;
}

/** Why a case that is only read takes no changes, and what the analyst sees of it. */
export function messageOf({ error, writer, lost, mayWrite }: Reading): string {
  if (error !== null)
    return `New changes cannot be read at the moment, so you see the case as it was before. ${error.message}`;
  const beginning = lost
    ? 'This case was taken over. Nothing that you saved is lost, and it can only be read here now.'
    : 'This case is open read-only.';
  if (writer !== null) return `${beginning} ${presenceOf(writer)}`;
  return mayWrite
    ? `${beginning} Nobody is working in it now.`
    : `${beginning} You can look at everything and export it, but nothing can be changed.`;
}

function presenceOf(writer: Writer): string {
  return writer.silent
    ? `${whoWrites(writer)} has it open, but has shown no sign of life for a while; their computer may be asleep.`
    : `${whoWrites(writer)} is working in it, and you see every change.`;
}

type Reading = Extract<Health, { state: 'reading' }>;
