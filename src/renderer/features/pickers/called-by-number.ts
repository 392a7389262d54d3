import { definitionOf, type IdOf, type NumberedType } from '../../../domain/records/registry.ts';
import { numbersMeant } from '../../../domain/records/typed-number.ts';
import { currentView } from '../../state/replica.ts';
import type { CalledItems } from '../../ui/combo-box.tsx';

/** The record of a type that has the short number that was typed, for a field that chooses one; null for other words. */
export function calledByNumber<T extends NumberedType>(
  type: T,
  typed: string,
): CalledItems<IdOf[T]> | null {
  const meant = numbersMeant(typed);
  const ours = meant.find((candidate) => candidate.type === type);
  if (ours === undefined) return null;
  const id = currentView().numbered(type, ours.number);
  const kind = definitionOf(type).name.toLowerCase();
  return {
    ids: id === undefined ? [] : [id],
    nothing:
      id === undefined
        ? `No ${kind} has the number ${ours.name}.`
        : `${ours.name} cannot be chosen here.`,
    // Without a letter it means other types as well, and is no number alone: “No. 10” is an office.
    mayBeName: meant.length > 1,
  };
}
