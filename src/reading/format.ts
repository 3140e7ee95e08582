/** Which format a document has, told by its content first and its name second, and the reader for it. */
import { BadInput, type QuarantineReason } from '../report/bad-input.js';
import type { RawDocument, SourceText } from './document.js';
import { scriptBegins } from './html-hidden.js';
import { type Limits, sizeInWords } from './limits.js';

/** Formats that are read, with their media types. The last two are read elsewhere: they hold figures, no text. */
const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  mhtml: 'multipart/related',
  text: 'text/plain',
  markdown: 'text/markdown',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
} as const;
type ReadFormat = keyof typeof mediaTypes;

interface Refusal {
  reason: QuarantineReason;
  /** What was found. */
  found: string;
  /** What was expected, and what can be done. */
  expected: string;
}

const asDocx = 'expected a document of a newer kind: open it in Word or WPS and save it as .docx.';
const asTable = 'expected the report itself: save it as .docx or HTML, or give the page on which it was published.';
const unpacked = 'expected the documents in it: unpack it, or pack them as .zip.';
const withText = 'expected text: give the document that the picture was made from, or run text recognition over it.';

/** Formats that are told, but not read. */
const refusals = {
  empty: { reason: 'NOT_A_REPORT', found: '0 bytes', expected: 'expected a report.' },
  locked: {
    reason: 'ENCRYPTED',
    found: 'an Office document locked with a password',
    expected: 'expected an open one: save it again without.',
  },
  doc: { reason: 'UNSUPPORTED_FORMAT', found: 'a Word document of the old kind (.doc, .wps)', expected: asDocx },
  rtf: { reason: 'UNSUPPORTED_FORMAT', found: 'a document in Rich Text Format', expected: asDocx },
  wordXml: { reason: 'UNSUPPORTED_FORMAT', found: 'a Word document saved as one XML file', expected: asDocx },
  odt: { reason: 'UNSUPPORTED_FORMAT', found: 'an OpenDocument text', expected: asDocx },
  ofd: {
    reason: 'UNSUPPORTED_FORMAT',
    found: 'an OFD document',
    expected: 'expected PDF or .docx: export it as PDF from its viewer.',
  },
  spreadsheet: { reason: 'UNSUPPORTED_FORMAT', found: 'a spreadsheet', expected: asTable },
  slides: { reason: 'UNSUPPORTED_FORMAT', found: 'a presentation', expected: asTable },
  office: { reason: 'UNSUPPORTED_FORMAT', found: 'an Office document of the old kind', expected: asDocx },
  image: { reason: 'SCANNED_IMAGE', found: 'a picture', expected: withText },
  zip: { reason: 'UNSUPPORTED_FORMAT', found: 'a zip file', expected: unpacked },
  archive: { reason: 'UNSUPPORTED_FORMAT', found: 'a packed file (.rar, .7z, .gz)', expected: unpacked },
  unknown: {
    reason: 'UNSUPPORTED_FORMAT',
    found: 'a file of an unknown kind',
    expected: 'expected text, HTML, .docx, PDF or JSON.',
  },
} as const satisfies Record<string, Refusal>;
type RefusedFormat = keyof typeof refusals;

export type Format = ReadFormat | RefusedFormat;

/**
 * @param limits how large a document may be, as it comes and unpacked
 * @throws BadInput and nothing else: UNSUPPORTED_FORMAT, DAMAGED_FILE, TOO_LARGE, ENCRYPTED, SCANNED_IMAGE, NOT_A_REPORT
 */
export async function readDocument(
  raw: RawDocument,
  limits: Limits,
): Promise<{ source: SourceText; mediaType: string }> {
  const { bytes } = raw;
  if (bytes.length > limits.documentBytes) {
    const [found, most] = [sizeInWords(bytes.length), sizeInWords(limits.documentBytes)];
    throw new BadInput('TOO_LARGE', `found ${found}, expected a document of at most ${most}.`);
  }
  const format = formatOf(raw);
  if (isRefused(format)) {
    const { reason, found, expected }: Refusal = refusals[format];
    throw new BadInput(reason, `found ${found}, ${expected}`);
  }
  try {
    return { source: await readAs(format, bytes, limits), mediaType: mediaTypes[format] };
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const problem = error instanceof Error ? error.message : String(error);
    throw new BadInput('DAMAGED_FILE', `found a document that cannot be read (${problem}), expected a whole one.`);
  }
}

function isRefused(format: Format): format is RefusedFormat {
  return format in refusals;
}

/** The libraries for a format are loaded when its first document comes. */
async function readAs(format: ReadFormat, bytes: Uint8Array, limits: Limits): Promise<SourceText> {
  switch (format) {
    case 'pdf':
      return (await import('./pdf/read.js')).readPdf(bytes);
    case 'docx':
      return (await import('./docx.js')).readDocx(bytes, limits.unpackedBytes);
    case 'html':
      return (await import('./html.js')).readHtml(bytes);
    case 'mhtml':
      return (await import('./mhtml.js')).readMhtml(bytes);
    case 'text':
    case 'markdown':
      return (await import('./text.js')).readText(bytes);
    case 'json':
    case 'ndjson':
      throw new BadInput('UNSUPPORTED_FORMAT', 'found figures as JSON, expected a document with text.');
  }
}

export function formatOf({ name, bytes }: Pick<RawDocument, 'name' | 'bytes'>): Format {
  if (bytes.length === 0) return 'empty';
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.toString('latin1', 0, 4096);
  return formatOfMagic(buffer, head) ?? formatOfText(buffer, head, name.toLowerCase());
}

const pictures = [/^\x89PNG/u, /^\xff\xd8\xff/u, /^GIF8/u, /^II\*\0/u, /^MM\0\*/u, /^BM.{4}\0{4}/su, /^RIFF.{4}WEBP/su];

function formatOfMagic(buffer: Buffer, head: string): Format | null {
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return formatOfZip(buffer);
  if (head.startsWith('\xd0\xcf\x11\xe0')) return formatOfCompound(buffer);
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (pictures.some((picture) => picture.test(head))) return 'image';
  if (/^(?:Rar!|7z\xbc\xaf|\x1f\x8b)/u.test(head)) return 'archive';
  return null;
}

/** By the names of its entries, which are not packed. */
function formatOfZip(buffer: Buffer): Format {
  if (buffer.includes('word/')) return 'docx';
  if (buffer.includes('OFD.xml')) return 'ofd';
  if (buffer.includes('xl/')) return 'spreadsheet';
  if (buffer.includes('ppt/')) return 'slides';
  if (buffer.includes('application/vnd.oasis.opendocument')) return 'odt';
  return 'zip';
}

/** A compound file names its streams in UTF-16. */
function formatOfCompound(buffer: Buffer): Format {
  const holds = (stream: string): boolean => buffer.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return 'locked';
  if (holds('WordDocument')) return 'doc';
  if (holds('Workbook') || holds('ETWorkbook')) return 'spreadsheet';
  return holds('PowerPoint Document') ? 'slides' : 'office';
}

/** How much of a text is looked at for markup. */
const lookedAt = 200_000;
const utf16Mark = /^(?:\xff\xfe|\xfe\xff)/u;

function formatOfText(buffer: Buffer, head: string, name: string): Format {
  const isWide = utf16Mark.test(head);
  // Without a mark, zero bytes are no text in any encoding that is read.
  if (!isWide && buffer.includes(0)) return 'unknown';
  const text = (
    isWide
      ? new TextDecoder(head.startsWith('\xff') ? 'utf-16le' : 'utf-16be').decode(buffer.subarray(0, lookedAt))
      : buffer.toString('latin1', 0, lookedAt)
  ).replace(/^(?:\xef\xbb\xbf|\ufeff)/u, '');
  const start = text.trimStart();
  if (/^(?:MIME-Version:|From: <Saved by|Content-Type: multipart\/related)/iu.test(start)) return 'mhtml';
  if (/^<\?xml[^>]*>\s*<\?mso-application|^[^<]*<(?:w:wordDocument|pkg:package)\b/iu.test(start.slice(0, 2000)))
    return 'wordXml';
  if (/^\{\s*["}]|^\[\s*[{\]]/u.test(start)) return hasLines(start) ? 'ndjson' : 'json';
  if (isHtml(start, name)) return 'html';
  return /\.(?:md|markdown)$/u.test(name) ? 'markdown' : 'text';
}

/** A line that is an object, and another begun. */
function hasLines(text: string): boolean {
  const [first = '', second = ''] = text.split(/\r?\n/u, 2);
  return first.trimEnd().endsWith('}') && second.trimStart().startsWith('{');
}

/** Line breaks and the like stand in Markdown too; a table or a paragraph marked up makes a page. */
function isHtml(text: string, name: string): boolean {
  if (
    /^<(?:!|\?|html|head|body|meta|title|div|p|table|center|article|section|span|h\d|script|style|link|font)\b/iu.test(
      text,
    )
  )
    return true;
  if (/<(?:table|tr|td|div|p|body|html)(?:\s[^<>]{0,1000})?>/iu.test(text)) return true;
  if (scriptBegins.test(text.slice(0, 200)) && /(?:<|\\u003c|\\x3c|&lt;)(?:table|p|div)\b/iu.test(text)) return true;
  return /\.(?:[sj]?html?|aspx?|jspx?|php)$/u.test(name) && /<[a-z]+[\s>]/iu.test(text);
}
