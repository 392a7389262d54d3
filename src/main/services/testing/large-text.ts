/** The bytes of a text that is large enough to be stored before the import it is of is over. */
export const largeText = new TextEncoder().encode(
  `${'A fire broke out at the harbour. '.repeat(3_000)}\n\n`.repeat(100),
);
