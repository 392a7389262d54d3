/** A list that is not empty. */
export type OneOrMore<T> = readonly [T, ...T[]];
