/** Why something thrown was thrown, as the end of a sentence for the analyst. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
