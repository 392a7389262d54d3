import { useSession } from './session.ts';

/** How the format of a document is called; its id, where this Assay does not know it. */
export function formatLabel(id: string): string {
  return useSession.getState().documentFormats.find((format) => format.id === id)?.label ?? id;
}
