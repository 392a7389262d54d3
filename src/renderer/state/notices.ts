import { create } from 'zustand';

/** A short message over the window: something that was done, or an error that needs the analyst. */
export interface Notice {
  readonly id: number;
  readonly kind: 'done' | 'error';
  readonly text: string;
  /** What can be done about it, as a button. */
  readonly action?: NoticeAction;
  /** It is of a case that was left, and stays. */
  readonly outlivesCase?: true;
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
  show({ kind, text, ...(action && { action }) });
}

/** Shows, until it is dismissed, what became of something because its case was left. */
export function notifyOfCaseLeft(text: string): void {
  show({ kind: 'error', text, outlivesCase: true });
}

function show(message: Omit<Notice, 'id'>): void {
  last += 1;
  const notice = { id: last, ...message };
  useNotices.setState(({ notices }) => ({
    // A message that is on show already moves to the end instead of standing there twice. At most four are shown.
    notices: [...notices.filter((other) => other.text !== notice.text), notice].slice(-4),
  }));
}

/** Takes away the messages of a case that is no longer open. */
export function clearNotices(): void {
  useNotices.setState(({ notices }) => ({
    notices: notices.filter(({ outlivesCase }) => outlivesCase),
  }));
}

/** Takes a message away. */
export function dismissNotice(id: number): void {
  useNotices.setState(({ notices }) => ({
    notices: notices.filter((notice) => notice.id !== id),
  }));
}
