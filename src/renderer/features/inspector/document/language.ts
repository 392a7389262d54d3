const names = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'none' });

/** A language's code as BCP 47 writes it (`fa-ir` becomes `fa-IR`); null if no language has that code. */
export function languageTag(text: string): string | null {
  try {
    const [tag] = Intl.getCanonicalLocales(text.trim());
    return tag !== undefined && languageName(tag) !== null ? tag : null;
  } catch {
    return null;
  }
}

/** A language's name in English, or null if its code is not known. */
export function languageName(tag: string): string | null {
  try {
    return names.of(tag) ?? null;
  } catch {
    return null;
  }
}
