/** Work on several things at once, with the results in the order of the things. */
export async function* inOrder<Thing, Result>(
  things: AsyncIterable<Thing>,
  work: (thing: Thing) => Promise<Result>,
  atOnce: number,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  for await (const thing of things) {
    const result = work(thing);
    // Its error is thrown when its turn comes; until then nobody waits for it.
    result.catch(() => undefined);
    begun.push(result);
    if (begun.length < atOnce) continue;
    const first = begun.shift();
    if (first !== undefined) yield await first;
  }
  for (const result of begun) yield await result;
}
