import { reliability } from '../../../domain/scales/admiralty-reliability.ts';
import type { Action } from '../../state/actions.ts';
import { run } from '../../state/commands.ts';
import type { SourceId } from '../../../domain/records/source/record.ts';

/** What the sources screen has to know of itself to offer its actions. */
export interface SourceActionContext {
  /** What an action is done to: the selected sources, or else the one with the focus. */
  readonly targets: readonly SourceId[];
  readonly isReadOnly: boolean;
  readonly onSearch: () => void;
}

/** What can be done on the sources screen by key and palette. */
export function sourceActions({ targets, isReadOnly, onSearch }: SourceActionContext): Action[] {
  const common = { group: 'Sources', screen: 'sources' } as const;
  return [
    ...reliability.grades.map(({ value, label, key }) => ({
      ...common,
      id: `sources/reliability-${value}`,
      label: `Reliability ${value}: ${label}`,
      keys: key,
      enabled: targets.length > 0 && !isReadOnly,
      perform: () =>
        void run('rating/add', { subjects: [...targets], scale: reliability.id, value }),
    })),
    {
      ...common,
      id: 'sources/search',
      label: 'Search the sources',
      keys: 'Ctrl+F / /',
      perform: onSearch,
    },
  ];
}
