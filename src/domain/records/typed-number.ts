import { type NumberedType, definitionOf, numberedTypes, shortName } from './registry.ts';

/** A short number that typed words mean, whether or not a record has it. */
export interface MeantNumber {
  readonly type: NumberedType;
  readonly number: number;
  /** As it is written everywhere: "C12". */
  readonly name: string;
}

// A sign (#, No.), a letter, or both, and then digits: numbers begin at 1, and zeros before one count for nothing.
const written = /^(#|no\.?)?\s*(\p{L})?\s*0*([1-9]\d*)$/iu;

/**
 * The short numbers that typed words mean: "c12", "C 12" and "c07" the one of their letter, "#12" and "No. 12" that of every type
 * that has numbers. Empty where the words are something else: also digits alone, which are more often a year or an amount.
 */
export function numbersMeant(typed: string): readonly MeantNumber[] {
  const [, sign, letter, digits] = written.exec(typed.normalize('NFKC').trim()) ?? [];
  if (sign === undefined && letter === undefined) return [];
  const number = Number(digits);
  return numberedTypes
    .filter((type) => letter === undefined || definitionOf(type).letter === letter.toUpperCase())
    .map((type) => ({ type, number, name: shortName({ type, number }) }));
}
