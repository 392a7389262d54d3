/**
 * A function of a text whose answers are kept for when it is asked again. As soon as there are as many as `most`, all of them
 * are forgotten, so that they never take more than a bounded share of the memory.
 */
export function memoized<Answer>(
  answer: (text: string) => Answer,
  most: number,
): (text: string) => Answer {
  const known = new Map<string, { readonly is: Answer }>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found.is;
    if (known.size >= most) known.clear();
    const fresh = { is: answer(text) };
    known.set(text, fresh);
    return fresh.is;
  };
}
