import { z } from 'zod';

/** What stands behind the type in every id: a UUID of version 7 (RFC 9562), whose leading timestamp makes ids sort by time. */
export const uuidPattern = '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';

/** The schema of a record type's ids: `<type>-<uuid>`. */
export function recordId<Type extends string>(type: Type) {
  return z
    .string()
    .regex(new RegExp(`^${type}-${uuidPattern}$`))
    .brand<Type>();
}

/** What stands before the UUID of an id: the type of its record. */
export function prefixOf(id: string): string {
  return id.slice(0, id.indexOf('-'));
}

/** Lower-case hexadecimal SHA-256, the name of an immutable file in the case folder. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>();
export type Sha256 = z.infer<typeof Sha256>;
