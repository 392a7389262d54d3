/** Entries of a list that are looked at; the rest of a hostile one is ignored. */
const mostEntries = 100;

/** An own property of parsed JSON or YAML; undefined for inherited ones, so `__proto__` finds nothing. */
export function propertyOf(value: unknown, key: string): unknown {
  // By the descriptor, because an index into a value of unknown type would need a cast; parsed data have no getters.
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;
}

/** The strings in a value that is one or a list of them; numbers count as written, everything else is nothing. */
export function wordsIn(value: unknown): string[] {
  return listOf(value).flatMap((entry) => {
    if (typeof entry === 'string') {
      return [entry];
    }
    return typeof entry === 'number' && Number.isFinite(entry) ? [String(entry)] : [];
  });
}

/** The names in a value that is a name, an object with a `name`, or a list of either. */
export function namesIn(value: unknown): string[] {
  return listOf(value).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : wordsIn(propertyOf(entry, 'name')),
  );
}

/** A value as a list of at most a hundred entries. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, mostEntries) : [value];
}
