/** Money: kept as an integer number of fen, written in 万元 (10,000 yuan, a million fen). */
export const fenPerWanYuan = 1_000_000;

const decimal = /^([+-]?)(\d+)(?:\.(\d{1,6}))?$/;

/**
 * Fen of a decimal number of 万元 with none to six decimals, such as `25.1` or `43.788000`.
 *
 * @returns null where the text is no such number, or the fen are no safe integer
 */
export function fenOf(wanYuan: string): number | null {
  const parts = decimal.exec(wanYuan);
  if (!parts) return null;
  const [, sign, whole = '', fraction = ''] = parts;
  const fen = Number(whole) * fenPerWanYuan + Number(fraction.padEnd(6, '0'));
  if (!Number.isSafeInteger(fen)) return null;
  return sign === '-' && fen !== 0 ? -fen : fen;
}

/** 万元 with six decimals, such as `25.100000`. */
export function wanYuanOf(fen: number): string {
  const size = Math.abs(fen);
  const whole = Math.floor(size / fenPerWanYuan);
  const fraction = String(size % fenPerWanYuan).padStart(6, '0');
  return `${fen < 0 ? '-' : ''}${whole}.${fraction}`;
}
