/** A web page saved as one file: MIME parts, of which the first page is read. */
import { BadInput } from '../report/bad-input.js';
import type { SourceText } from './document.js';
import { readHtml, smallestPicture } from './html.js';

/** @throws BadInput DAMAGED_FILE */
export function readMhtml(bytes: Uint8Array): SourceText {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const boundary = /boundary\s*=\s*"?([^"\s;]{1,200})/iu.exec(text.slice(0, 4000))?.[1];
  const parts = boundary === undefined ? [text] : text.split(`--${boundary}`).slice(1);
  for (const part of parts) {
    const [head = '', body] = divide(part);
    if (body === null || !/content-type\s*:\s*text\/html/iu.test(head)) continue;
    const source = readHtml(decodeBody(body, head));
    const location = /content-location\s*:\s*(https?:\S{1,500})/iu.exec(head)?.[1];
    source.surroundings.url ??= location;
    return { ...source, images: (source.images ?? 0) + parts.filter(isPicture).length };
  }
  throw new BadInput('DAMAGED_FILE', 'found a web archive without a page in it, expected one with the report.');
}

/** Larger than an icon. */
const isPicture = (part: string): boolean =>
  part.length > smallestPicture && /content-type\s*:\s*image\//iu.test(part.slice(0, 2000));

/** Head and body of a part, apart by an empty line. */
function divide(part: string): [head: string, body: string | null] {
  const found = /\r?\n\r?\n/u.exec(part.trimStart());
  if (found === null) return [part, null];
  const trimmed = part.trimStart();
  return [trimmed.slice(0, found.index), trimmed.slice(found.index + found[0].length)];
}

function decodeBody(body: string, head: string): Uint8Array {
  const encoding = /content-transfer-encoding\s*:\s*([\w-]+)/iu.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/=[ \t]*\r?\n/gu, '')
    .replace(/=([0-9a-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(plain, 'latin1');
}
