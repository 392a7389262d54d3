/** Takes steps one by one whenever the window has nothing else to do; gives the function that stops it. */
export function whenIdle(steps: Iterator<undefined>): () => void {
  let handle = requestIdleCallback(work);

  function work(deadline: IdleDeadline): void {
    // A step is done only where there is time for it: more than the 1 ms or so that a step is made to take.
    while (deadline.timeRemaining() > 2) if (steps.next().done === true) return;
    handle = requestIdleCallback(work);
  }

  return () => {
    cancelIdleCallback(handle);
  };
}
