import { MessageSquareQuote } from 'lucide-react';
import { shortName } from '../../../domain/records/registry.ts';
import { prepareRows } from '../../state/rows.ts';
import type { ScreenContribution } from '../../state/screen.ts';
import { ClaimInspector, goToClaim } from '../inspector/index.ts';
import { claimRows } from './claim-rows.ts';
import { ClaimsScreen } from './claims-screen.tsx';

/** The table of all claims. */
export const claimsScreen: ScreenContribution = {
  id: 'claims',
  label: 'Claims',
  keys: 'G C',
  icon: MessageSquareQuote,
  position: 30,
  component: ClaimsScreen,
  inspectors: { claim: ClaimInspector },
  search: {
    position: 30,
    *find(view, matches) {
      for (const claim of view.all('claim')) {
        const number = shortName(claim);
        if (!matches(`${claim.number} ${claim.statement}`, number)) continue;
        const open = () => {
          goToClaim(claim);
        };
        yield { id: claim.id, label: claim.statement, number, open };
      }
    },
  },
  prepare: (view) => prepareRows(claimRows, view),
};
