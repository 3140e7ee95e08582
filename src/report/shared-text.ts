/** How much of a text stands in another too. White space counts for nothing. */

/** A run of so many characters found in the other text is no chance. */
const run = 10;

export interface SharedText {
  /** Characters of the text that lie in a run of ten or more that the other text has too, wherever it has it. */
  shared: number;
  /** Characters of the text. */
  characters: number;
}

/** A text shorter than a run is shared as a whole, or not at all. Takes time in proportion to the two texts. */
export function sharedText(text: string, other: string): SharedText {
  const [own, others] = [charactersOf(text), charactersOf(other)];
  const length = Math.max(1, Math.min(run, own.length));
  const known = new Set<string>();
  for (let at = 0; at + length <= others.length; at++) known.add(others.slice(at, at + length).join(''));
  let shared = 0;
  let coveredTo = 0;
  for (let at = 0; at + length <= own.length; at++) {
    if (!known.has(own.slice(at, at + length).join(''))) continue;
    shared += at + length - Math.max(at, coveredTo);
    coveredTo = at + length;
  }
  return { shared, characters: own.length };
}

const charactersOf = (text: string): string[] => [...text.replace(/\s/gu, '')];
