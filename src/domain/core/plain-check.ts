import type { z } from 'zod';
import type { $ZodCheck, $ZodType, $ZodTypes, ParsePayload } from 'zod/v4/core';

/** Tells whether plain data, as JSON gives it, fits. */
export type PlainCheck = (data: unknown) => boolean;

/**
 * Makes of a schema a check that tells no more than whether plain data fits, in half of the time: nothing is copied and no
 * reason is given. Only kinds, fields, lists and choices are gone through here; every refinement is the schema's own, and so is
 * whatever is not known here. What fits is used as it is, so the schema must be one that changes nothing.
 */
export function plainCheckOf(schema: z.ZodType): PlainCheck {
  return checkOf(schema);
}

function checkOf(schema: $ZodType): PlainCheck {
  const kind = kindCheckOf(schema as $ZodTypes);
  if (kind === null) return remembering(schemaCheck(schema));
  const refinements = refinementsOf(schema);
  return refinements.length === 0 ? kind : remembering(refinedCheck(kind, refinements));
}

// What a schema asks for before its refinements; null where that is left to the schema.
function kindCheckOf({ _zod: { def } }: $ZodTypes): PlainCheck | null {
  switch (def.type) {
    case 'string':
      return def.coerce === true ? null : (data) => typeof data === 'string';
    case 'number':
      return def.coerce === true ? null : (data) => Number.isFinite(data);
    case 'array': {
      const fits = checkOf(def.element);
      return (data) => Array.isArray(data) && data.every(fits);
    }
    case 'nullable': {
      const fits = checkOf(def.innerType);
      return (data) => data === null || fits(data);
    }
    case 'object': {
      const fields = Object.entries(def.shape);
      const isStrict = def.catchall?._zod.def.type === 'never';
      const isComplete = fields.every(([, field]) => field._zod.optin === undefined);
      return isStrict && isComplete ? objectCheck(fields) : null;
    }
    case 'union':
      return 'discriminator' in def ? choiceCheck(String(def.discriminator), def.options) : null;
    default:
      return null;
  }
}

// All fields are there and no others.
function objectCheck(fields: readonly [string, $ZodType][]): PlainCheck {
  const checks = fields.map(([name, field]) => ({ name, fits: checkOf(field) }));
  return (data) => {
    if (!isObject(data)) return false;
    for (const { name, fits } of checks) if (!fits(data[name])) return false;
    return Object.keys(data).length === checks.length;
  };
}

function choiceCheck(discriminator: string, options: readonly $ZodType[]): PlainCheck {
  const byValue = new Map<unknown, PlainCheck>();
  for (const option of options) {
    const fits = checkOf(option);
    for (const value of option._zod.propValues?.[discriminator] ?? []) byValue.set(value, fits);
  }
  return (data) => isObject(data) && byValue.get(data[discriminator])?.(data) === true;
}

// A format, such as that of a date, is a refinement of its own kind.
function refinementsOf(schema: $ZodType): readonly $ZodCheck[] {
  const { def, traits } = schema._zod;
  const own = traits.has('$ZodCheck') ? [schema as unknown as $ZodCheck] : [];
  return [...own, ...(def.checks ?? [])];
}

function refinedCheck(kind: PlainCheck, refinements: readonly $ZodCheck[]): PlainCheck {
  return (data) => {
    if (!kind(data)) return false;
    // Data of the kind is what the refinements are made for.
    const payload: ParsePayload<never> = { value: data as never, issues: [] };
    for (const refinement of refinements) void refinement._zod.check(payload);
    return payload.issues.length === 0;
  };
}

function schemaCheck(schema: $ZodType): PlainCheck {
  const context = { async: false };
  return (data) => {
    const outcome = schema._zod.run({ value: data, issues: [] }, context);
    return !(outcome instanceof Promise) && outcome.issues.length === 0;
  };
}

// What stands in a field is often what stood there in the record before: a document, whoever made it, a word of a list.
function remembering(fits: PlainCheck): PlainCheck {
  let known: unknown;
  return (data) => {
    if (data === known && data !== undefined) return true;
    if (!fits(data)) return false;
    if (!isObject(data)) known = data;
    return true;
  };
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null;
}
