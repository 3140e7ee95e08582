/**
 * Random numbers that their seed fixes: sfc32 (Chris Doty-Humphrey, PractRand), and draws from the distributions that
 * counts of reports follow.
 */

/** The seed is any text: each agency has a stream of its own, so that none depends on how much another drew. */
export class Random {
  private a: number;
  private b: number;
  private c = 0;
  private counter = 1;

  constructor(seed: string) {
    // FNV-1a twice, from different bases: 64 bits of state from the text.
    let one = 0x811c9dc5;
    let other = 0x9e3779b9;
    for (let at = 0; at < seed.length; at++) {
      one = Math.imul(one ^ seed.charCodeAt(at), 0x01000193);
      other = Math.imul(other ^ seed.charCodeAt(at), 0x85ebca6b);
    }
    this.a = one;
    this.b = other;
    for (let warmUp = 0; warmUp < 12; warmUp++) this.next();
  }

  private next(): number {
    const drawn = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + drawn) | 0;
    return drawn >>> 0;
  }

  /** From 0, to less than 1. */
  uniform(): number {
    return this.next() / 0x1_0000_0000;
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.uniform() * (most - least + 1));
  }

  pick<T>(of: readonly [T, ...T[]]): T {
    return of[Math.floor(this.uniform() * of.length)] ?? of[0];
  }

  /** The same things in random order. */
  shuffled<T>(things: readonly T[]): T[] {
    return things
      .map((thing) => ({ thing, at: this.uniform() }))
      .sort((one, other) => one.at - other.at)
      .map(({ thing }) => thing);
  }

  /** Standard normal, by Box and Muller. */
  private normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  /** Lognormal with median 1: heavier in its tail the larger `spread` is. */
  factor(spread: number): number {
    return Math.exp(spread * this.normal());
  }

  /** How many events, of `expected` on average. */
  poisson(expected: number): number {
    if (expected <= 0) return 0;
    if (expected > 30) return Math.max(0, Math.round(expected + Math.sqrt(expected) * this.normal()));
    const limit = Math.exp(-expected);
    let events = 0;
    for (let product = this.uniform(); product > limit; product *= this.uniform()) events++;
    return events;
  }

  /** How many of `all` of which each is chosen with a probability. */
  binomial(all: number, probability: number): number {
    if (all <= 0 || probability <= 0) return 0;
    if (probability >= 1) return all;
    if (probability > 0.5) return all - this.binomial(all, 1 - probability);
    if (all > 40) {
      const mean = all * probability;
      if (mean < 10) return Math.min(all, this.poisson(mean));
      const drawn = Math.round(mean + Math.sqrt(mean * (1 - probability)) * this.normal());
      return Math.min(all, Math.max(0, drawn));
    }
    let chosen = 0;
    for (let one = 0; one < all; one++) if (this.chance(probability)) chosen++;
    return chosen;
  }

  /** `all` dealt out at random, in proportion to the weights; the parts add up to it. */
  split(all: number, weights: readonly number[]): number[] {
    const parts: number[] = new Array<number>(weights.length).fill(0);
    let left = all;
    let weightLeft = 0;
    for (const weight of weights) weightLeft += weight;
    for (let at = 0; at < weights.length && left > 0; at++) {
      const weight = weights[at] ?? 0;
      const part = at === weights.length - 1 ? left : this.binomial(left, weight / weightLeft);
      parts[at] = part;
      left -= part;
      weightLeft -= weight;
    }
    return parts;
  }
}
