import { EventEmitter } from 'node:events';

type Listener = Parameters<EventEmitter['on']>[1];

/** Thrown for anything of Electron that the host does not model; the message names it. */
export class UnmodelledError extends Error {
  /** `what` is written as in Electron's documentation, such as `app.dock` or `BrowserWindow option "frame"`. */
  constructor(what: string) {
    super(
      `The Electron host does not model ${what}. Model it in e2e/electron-host, or do without it.`,
    );
    this.name = 'UnmodelledError';
  }
}

// What Node, promises and inspectors ask of any object, without the app having written it.
const askedOfAnything = new Set(['then', 'toJSON', 'asymmetricMatch', 'nodeType', '$$typeof']);

/** The same object, except that a name it does not have throws when it is read or written. */
export function strict<Target extends object>(name: string, target: Target): Target {
  return new Proxy(target, {
    get(object, key, receiver): unknown {
      if (typeof key === 'string' && !(key in object) && !askedOfAnything.has(key)) {
        throw new UnmodelledError(`${name}.${key}`);
      }
      return Reflect.get(object, key, receiver);
    },
    set(object, key, value, receiver): boolean {
      if (typeof key === 'string' && !(key in object)) throw new UnmodelledError(`${name}.${key}`);
      return Reflect.set(object, key, value, receiver);
    },
  });
}

/** What options may contain: per name the only values that are modelled, or `any`, or the options nested under it. */
export interface OptionShape {
  readonly [name: string]: 'any' | readonly unknown[] | OptionShape;
}

/** Throws when `options` contains a name or a value that `shape` does not model. */
export function checkOptions(owner: string, options: unknown, shape: OptionShape): void {
  for (const [name, value] of Object.entries(options ?? {})) {
    const allowed = shape[name];
    if (allowed === undefined) throw new UnmodelledError(`${owner} option "${name}"`);
    if (allowed === 'any' || value === undefined) continue;
    if (!isValueList(allowed)) checkOptions(`${owner} ${name}`, value, allowed);
    else if (!allowed.includes(value)) {
      throw new UnmodelledError(`${owner} option "${name}" with the value ${String(value)}`);
    }
  }
}

/** An event emitter that refuses listeners for events that are never emitted here. */
export class StrictEmitter extends EventEmitter {
  private readonly modelledEvents: ReadonlySet<string>;
  private readonly emitterName: string;

  constructor(name: string, events: readonly string[]) {
    super();
    this.emitterName = name;
    this.modelledEvents = new Set(events);
  }

  override on(event: string | symbol, listener: Listener): this {
    if (!this.modelledEvents.has(String(event))) {
      throw new UnmodelledError(`${this.emitterName} event "${String(event)}"`);
    }
    return super.on(event, listener);
  }

  override once(event: string | symbol, listener: Listener): this {
    if (!this.modelledEvents.has(String(event))) {
      throw new UnmodelledError(`${this.emitterName} event "${String(event)}"`);
    }
    return super.once(event, listener);
  }
}

/** An event that a listener can prevent. */
export class PreventableEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

function isValueList(allowed: readonly unknown[] | OptionShape): allowed is readonly unknown[] {
  return Array.isArray(allowed);
}
