import '../../contract/bridge.ts';
import type { CallName, CallRequest, CallResult } from '../../contract/calls.ts';
import type { EventName, Events } from '../../contract/events.ts';

/** Asks the main process; refusals come back as the error half of the result, nothing throws. */
export async function invoke<C extends CallName>(
  call: C,
  request: CallRequest<C>,
): Promise<CallResult<C>> {
  // The main process answers every call with the result its contract names.
  return (await window.assay.invoke(call, request)) as CallResult<C>;
}

/** Listens to one kind of event; returns the function that stops listening. */
export function listen<E extends EventName>(
  event: E,
  listener: (payload: Events[E]) => void,
): () => void {
  // The preload has one channel for all events.
  return window.assay.subscribe((name, payload) => {
    // The main process sends each event with the payload its contract names.
    if (name === event) listener(payload as Events[E]);
  });
}
