import { BadInput } from '../report/bad-input.js';
import { undoMojibake } from './mojibake.js';

/** Encodings told by the bytes before the text. The mark itself is no part of the text. */
const marks: readonly { mark: readonly number[]; encoding: string }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0x84, 0x31, 0x95, 0x33], encoding: 'gb18030' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Declared encodings that bytes may be invalid in; in windows-1252 any bytes are valid, which tells nothing. */
const telling = /^(?:big5|gb)/iu;

/** Of a text that is wholly valid in no encoding: how many of its characters may be beyond reading. */
const tolerated = 0.005;

/**
 * Bytes as text. An encoding is taken because the bytes are valid in it, never because they look like it: a byte
 * order mark first, then UTF-8 (text of another encoding is practically never valid UTF-8), then the encoding that
 * the document declares, then GB18030. A character cut off at the end of the bytes is left out; a few characters
 * that no encoding explains stay as U+FFFD. Text that was decoded wrongly before it was stored is put right.
 *
 * @param declared the encoding that the document names, such as that of a page's meta tag
 * @throws BadInput DAMAGED_FILE if the bytes are no text
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const marked = marks.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  if (marked !== undefined) {
    const text = decodeStrictly(bytes, marked.encoding) ?? decodeLeniently(bytes, [marked.encoding]);
    return undoMojibake(text);
  }
  if (bytes.includes(0)) {
    throw new BadInput('DAMAGED_FILE', 'found zero bytes within the text, expected text in UTF-8, UTF-16 or GB18030.');
  }
  const encodings = ['utf-8', ...(declared !== undefined && telling.test(declared) ? [declared] : []), 'gb18030'];
  for (const encoding of encodings) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== null) return undoMojibake(text);
  }
  return undoMojibake(decodeLeniently(bytes, ['utf-8', 'gb18030']));
}

/** null where a byte is not valid; a sequence that the end cuts off is valid. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null; // not valid in it, or no encoding of that name
  }
}

/** In the one of the encodings that loses least. */
function decodeLeniently(bytes: Uint8Array, encodings: readonly string[]): string {
  const readings = encodings.map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes);
    return { encoding, text, lost: text.split('\ufffd').length - 1 };
  });
  const best = readings.reduce((one, other) => (other.lost < one.lost ? other : one));
  if (best.lost > Math.max(1, best.text.length * tolerated)) {
    throw new BadInput(
      'DAMAGED_FILE',
      `found ${best.lost} of ${best.text.length} characters not valid in any of ${encodings.join(', ')}, expected text.`,
    );
  }
  return best.text;
}
