/** A count with its noun: "1 claim", "3 claims", "12,000 claims". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}

/** One thing by its name, several by their number: "Remove “Reuters”", "Remove 3 claims". */
export function namedOrCounted<T>(
  things: readonly T[],
  noun: string,
  nameOf: (thing: T) => string,
): string {
  const [only, ...others] = things;
  return only === undefined || others.length > 0 ? counted(things.length, noun) : nameOf(only);
}
