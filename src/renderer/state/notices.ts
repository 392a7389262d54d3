import { create } from 'zustand';

/** A short message over the window: something that was done, or an error that needs the analyst. */
export interface Notice {
  readonly id: number;
  readonly kind: 'done' | 'error';
  readonly text: string;
  /** What can be done about it, as a button. */
  readonly action?: NoticeAction;
}

/** A button of a message: pressing it performs and takes the message away. */
export interface NoticeAction {
  readonly label: string;
  readonly perform: () => void;
}

interface NoticeStore {
  readonly notices: readonly Notice[];
}

/** The messages on show, oldest first. */
export const useNotices = create<NoticeStore>(() => ({ notices: [] }));

let last = 0;

/** Shows a message until it is dismissed (errors) or has been read (done). */
export function notify(kind: Notice['kind'], text: string, action?: NoticeAction): void {
  last += 1;
  const notice = { id: last, kind, text, ...(action && { action }) };
  useNotices.setState(({ notices }) => ({
    // A message that is on show already moves to the end instead of standing there twice. At most four are shown.
    notices: [...notices.filter((other) => other.text !== text), notice].slice(-4),
  }));
}

/** Takes every message away: they are of a case that is no longer open. */
export function clearNotices(): void {
  useNotices.setState({ notices: [] });
}

/** Takes a message away. */
export function dismissNotice(id: number): void {
  useNotices.setState(({ notices }) => ({
    notices: notices.filter((notice) => notice.id !== id),
  }));
}
