/** A count with its noun: "1 claim", "3 claims", "12,000 claims". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}
