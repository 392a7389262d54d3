import { type ReactNode, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Button } from './button.tsx';
import styles from './fault-boundary.module.css';

interface FaultBoundaryProps {
  /** What it may be that cannot be drawn, as the end of "This …": "screen". */
  readonly what: string;
  /** Whenever one of them changes, drawing is tried again. */
  readonly resetKeys: readonly unknown[];
  /** Other ways on than trying again. */
  readonly ways?: ReactNode;
  /** Puts what is said in place of the children into the frame that they would have had. */
  readonly frame?: (notice: ReactNode) => ReactNode;
  readonly children: ReactNode;
}

/** Says in place of its children what happened where drawing them fails, so that the rest of the window stays. */
export function FaultBoundary(props: FaultBoundaryProps) {
  const { what, resetKeys, ways, frame, children } = props;
  return (
    <ErrorBoundary
      resetKeys={[...resetKeys]}
      fallbackRender={({ error, resetErrorBoundary }) => {
        const notice = (
          <FaultNotice what={what} error={error} onRetry={resetErrorBoundary}>
            {ways}
          </FaultNotice>
        );
        return frame === undefined ? notice : frame(notice);
      }}
    >
      {children}
    </ErrorBoundary>
  );
}

interface FaultNoticeProps {
  readonly what: string;
  /** Whatever was thrown. */
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

function FaultNotice({ what, error, onRetry, children }: FaultNoticeProps) {
  const [isCopied, setCopied] = useState(false);
  const text = textOf(error);
  return (
    <div role="alert" className={styles['notice']}>
      <h2 className={styles['title']}>This {what} could not be drawn</h2>
      <p>
        Something went wrong inside Assay. Nothing that was saved is lost: every change was written
        down before it was shown. This is what went wrong, for whoever mends it:
      </p>
      {/* Long ones scroll, also by keyboard. */}
      <pre className={styles['error']} tabIndex={0} aria-label="What went wrong">
        {text}
      </pre>
      <div className={styles['ways']}>
        <Button kind="primary" onPress={onRetry}>
          Try again
        </Button>
        {children}
        <Button
          onPress={() => {
            void navigator.clipboard.writeText(text).then(() => {
              setCopied(true);
            });
          }}
        >
          {isCopied ? 'Copied' : 'Copy the error'}
        </Button>
      </div>
    </div>
  );
}

// A stack begins with the error's name and message.
function textOf(error: unknown): string {
  return error instanceof Error
    ? (error.stack ?? `${error.name}: ${error.message}`)
    : String(error);
}
