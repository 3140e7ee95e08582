import { BadInput } from '../report/bad-input.js';

/**
 * What the punctuation and the commonest characters of Chinese become when their UTF-8 bytes are read as GBK
 * (、 and 。 begin with 銆, ， and （ with 锛). Correct text has practically none of these.
 */
const utf8ReadAsGbk = /[銆锛鈥鐨鏀涓绗]/gu;
/** What GBK bytes leave behind when they are read as UTF-8 and stored as GBK again: bopomofo among the characters. */
const gbkReadAsUtf8 = /[㄀-ㄯ][\u4e00-\u9fff?]|[\u4e00-\u9fff?。][㄀-ㄯ]/gu;

/** Fewer traces than this are chance. */
const fewest = 3;
/** Of the characters: ordinary text with a rare character stays below it. */
const share = 0.01;

/**
 * Text that was decoded by the wrong encoding before it was stored: given back as it was meant where not one
 * character of it is lost.
 *
 * @throws BadInput DAMAGED_FILE where some of it is lost
 */
export function undoMojibake(text: string): string {
  if (traces(text, utf8ReadAsGbk)) {
    const meant = encodeGbk(text);
    const undone = meant && decodeUtf8(meant);
    if (undone) return undone;
    throw new BadInput(
      'DAMAGED_FILE',
      `found text decoded twice, such as 「${sample(text, utf8ReadAsGbk)}」, of which some is lost, expected readable Chinese.`,
    );
  }
  if (traces(text, gbkReadAsUtf8) || traces(text, /\ufffd/gu)) {
    throw new BadInput(
      'DAMAGED_FILE',
      `found text decoded by a wrong encoding, such as 「${sample(text, /[㄀-ㄯ\ufffd]/gu)}」, expected readable Chinese.`,
    );
  }
  return text;
}

function traces(text: string, of: RegExp): boolean {
  const found = text.match(of)?.length ?? 0;
  return found >= fewest && found > share * text.replace(/<[^>]*>|[\s!-~]+/g, '').length;
}

function sample(text: string, around: RegExp): string {
  const at = Math.max(0, text.search(around) - 4);
  return text.slice(at, at + 12).replace(/\s+/g, ' ');
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** null where a character has no place in GBK. */
function encodeGbk(text: string): Uint8Array | null {
  const codes = gbkCodes();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    const pair = codes.get(character);
    if (pair === undefined) return null;
    if (pair > 0xff) bytes.push(pair >> 8);
    bytes.push(pair & 0xff);
  }
  return Uint8Array.from(bytes);
}

let known: Map<string, number> | null = null;

/** The platform decodes GB18030 but does not encode it: every pair of bytes is decoded once. */
function gbkCodes(): Map<string, number> {
  if (known !== null) return known;
  const decoder = new TextDecoder('gb18030');
  known = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== '\ufffd') known.set(character, (lead << 8) | trail);
    }
  }
  known.set('€', 0x80); // a byte alone, to browsers and to Windows
  return known;
}
