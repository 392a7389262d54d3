import { UsersRound } from 'lucide-react';
import { shortName } from '../../../domain/records/registry.ts';
import { goTo, select } from '../../state/navigation.ts';
import { prepareRows } from '../../state/rows.ts';
import type { ScreenContribution } from '../../state/screen.ts';
import { SourceInspector } from '../inspector/index.ts';
import { sourceRows } from './source-rows.ts';
import { SourcesScreen } from './sources-screen.tsx';

/** The source-reliability table. */
export const sourcesScreen: ScreenContribution = {
  id: 'sources',
  label: 'Sources',
  keys: 'G S',
  icon: UsersRound,
  position: 40,
  component: SourcesScreen,
  inspectors: { source: SourceInspector },
  search: {
    position: 20,
    *find(view, matches) {
      for (const source of view.all('source')) {
        const { id, name, aliases } = source;
        const number = shortName(source);
        if (!matches([source.number, name, ...aliases].join(' '), number)) continue;
        const open = () => {
          select('sources', id);
          goTo('sources');
        };
        yield { id, label: name, number, open };
      }
    },
  },
  prepare: (view) => prepareRows(sourceRows, view),
};
