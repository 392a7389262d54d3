import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button, IconButton } from './button.tsx';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly isWide?: boolean;
  readonly children: ReactNode;
  /** Buttons at the end, the primary one last. */
  readonly actions?: ReactNode;
  readonly role?: 'dialog' | 'alertdialog';
}

/** A question or a small task over the window; Escape and a click beside it close it. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, isWide = false, children, actions, role = 'dialog' } = props;
  return (
    <ModalOverlay
      className={styles['veil'] ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
    >
      <Modal className={`${styles['modal'] ?? ''} ${isWide ? (styles['wide'] ?? '') : ''}`}>
        <AriaDialog role={role} className={styles['dialog'] ?? ''}>
          <header className={styles['header']}>
            <Heading slot="title" className={styles['title'] ?? ''}>
              {title}
            </Heading>
            <IconButton label="Close" icon={X} onPress={onClose} />
          </header>
          {children}
          {actions !== undefined && <DialogActions>{actions}</DialogActions>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The buttons at the end of a dialog, for dialogs whose form holds its own. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>;
}

interface ConfirmDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** What will happen, and to what. */
  readonly children: ReactNode;
  /** The verb on the button: "Delete". */
  readonly confirm: string;
  readonly isDanger?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that takes other things along. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, isOpen, children, confirm, isDanger = false, onConfirm, onClose } = props;
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      role="alertdialog"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind={isDanger ? 'danger' : 'primary'}
            autoFocus
            onPress={() => {
              onClose();
              onConfirm();
            }}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
