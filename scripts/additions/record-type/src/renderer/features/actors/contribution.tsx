import { Users } from 'lucide-react';
import { goTo, select } from '../../state/navigation.ts';
import type { ScreenContribution } from '../../state/screen.ts';
import { ActorInspector } from './actor-inspector.tsx';
import { ActorsScreen } from './actors-screen.tsx';

/** The table of actors. */
export const actorsScreen: ScreenContribution = {
  id: 'actors',
  label: 'Actors',
  keys: 'G A',
  icon: Users,
  position: 45,
  component: ActorsScreen,
  inspectors: { actor: ActorInspector },
  search: {
    position: 45,
    *find(view, matches) {
      for (const { id, name } of view.all('actor')) {
        if (!matches(name)) continue;
        const open = () => {
          select('actors', id);
          goTo('actors');
        };
        yield { id, label: name, open };
      }
    },
  },
};
