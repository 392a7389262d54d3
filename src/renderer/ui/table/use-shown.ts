import { useEffect, useState } from 'react';

/** Whether the first draw is on the screen; what is not in view can wait for that. */
export function useShown(): boolean {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const handle = requestIdleCallback(() => {
      setShown(true);
    });
    return () => {
      cancelIdleCallback(handle);
    };
  }, []);
  return isShown;
}
