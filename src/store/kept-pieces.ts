/** Pieces of what the database holds, kept in memory: no more bytes than a limit, the longest unused go first. */

/** Beyond so many pieces, it is not noted of further ones that they were asked for. */
const mostAsked = 100_000;

export class KeptPieces<Piece extends { readonly bytes: number }> {
  /** The longest unused stands first. */
  private readonly pieces = new Map<string, { piece: Piece; bytes: number }>();
  private readonly asked = new Set<string>();
  private bytes = 0;

  constructor(private readonly mostBytes: number) {}

  clear(): void {
    this.pieces.clear();
    this.asked.clear();
    this.bytes = 0;
  }

  /** Whether each of them was asked for before; from now on they were. */
  wereAsked(names: readonly string[]): boolean {
    let all = true;
    for (const name of names) {
      if (this.asked.has(name)) continue;
      all = false;
      if (this.asked.size < mostAsked) this.asked.add(name);
    }
    return all;
  }

  get(name: string): Piece | undefined {
    return this.pieces.get(name)?.piece;
  }

  /** From now on it is the newest used, and may be larger than it was. */
  keep(name: string, piece: Piece): void {
    const { bytes } = piece;
    this.bytes += bytes - (this.pieces.get(name)?.bytes ?? 0);
    this.pieces.delete(name);
    this.pieces.set(name, { piece, bytes });
    for (const [unused, dropped] of this.pieces) {
      if (this.bytes <= this.mostBytes || unused === name) break;
      this.pieces.delete(unused);
      this.bytes -= dropped.bytes;
    }
  }
}
