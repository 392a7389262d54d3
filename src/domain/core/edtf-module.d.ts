// The package ships no types; this declares the part Assay uses.
declare module 'edtf' {
  /** Parses an EDTF string; throws an Error where it is none. `min` and `max` are milliseconds, or infinite. */
  export default function edtf(input: string): { readonly min: number; readonly max: number };
}
