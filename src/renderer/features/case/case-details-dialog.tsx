import { Dialog } from '../../ui/dialog.tsx';
import { CaseDetails } from './case-details.tsx';

/** The case's details over any screen. */
export function CaseDetailsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog title="Case details" isOpen={isOpen} onClose={onClose}>
      <CaseDetails />
    </Dialog>
  );
}
