/** PDF files with text. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { BadInput } from '../../report/bad-input.js';
import { type Block, noSurroundings, type SourceText } from '../document.js';
import { noteLine } from '../surroundings.js';
import { blocksOfPage, joinPages, type PageBlocks } from './blocks.js';
import { readPage } from './page.js';

/** A report has some ten pages; a book of reports is no report. */
const mostPages = 300;
const headParagraphs = 20;

const load = () => import('pdfjs-dist/legacy/build/pdf.mjs'); // large: only where a PDF file is read
let library: ReturnType<typeof load> | null = null;

/** @throws BadInput DAMAGED_FILE, ENCRYPTED, SCANNED_IMAGE, TOO_LARGE */
export async function readPdf(bytes: Uint8Array): Promise<SourceText> {
  library ??= load();
  const pdfjs = await library;
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes), // it takes the bytes away
    cMapUrl: join(root, 'cmaps') + '/',
    cMapPacked: true,
    standardFontDataUrl: join(root, 'standard_fonts') + '/',
    useSystemFonts: false,
    isEvalSupported: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    return await readDocument(await task.promise, pdfjs.OPS);
  } catch (error) {
    throw badInput(error);
  } finally {
    await task.destroy();
  }
}

async function readDocument(document: PDFDocumentProxy, operators: Record<string, number>): Promise<SourceText> {
  if (document.numPages > mostPages) {
    throw new BadInput('TOO_LARGE', `found ${document.numPages} pages, expected a report of at most ${mostPages}.`);
  }
  const pages: PageBlocks[] = [];
  let images = 0;
  let characters = 0;
  let unknown = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const proxy = await document.getPage(number);
    const page = await readPage(proxy, operators);
    proxy.cleanup();
    images += page.images;
    for (const { text } of page.pieces) {
      characters += text.length;
      unknown += text.match(/[\p{Co}\p{Cc}\ufffd]/gu)?.length ?? 0;
    }
    pages.push(blocksOfPage(page, number));
  }
  if (characters === 0) {
    const found = images > 0 ? `${images} images and no text` : 'no text';
    throw new BadInput(
      'SCANNED_IMAGE',
      `found ${found} on ${document.numPages} pages, expected text: export the report again from its source, or run text recognition over it.`,
    );
  }
  if (unknown > 0.2 * characters) {
    throw new BadInput(
      'DAMAGED_FILE',
      `found ${unknown} of ${characters} characters in fonts that do not say which characters they are, expected readable text.`,
    );
  }
  const blocks = joinPages(pages);
  const surroundings = noSurroundings();
  surroundings.title = titleOf(await document.getMetadata().then(({ info }) => info));
  for (const block of blocks
    .slice(0, headParagraphs)
    .filter((block): block is Extract<Block, { kind: 'paragraph' }> => block.kind === 'paragraph')) {
    noteLine(surroundings, block.text);
  }
  return { blocks, surroundings, images };
}

function titleOf(info: object): string | undefined {
  const title: unknown = 'Title' in info ? info.Title : undefined;
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined;
}

function badInput(error: unknown): BadInput {
  if (error instanceof BadInput) return error;
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  if (name === 'PasswordException') {
    return new BadInput(
      'ENCRYPTED',
      'found a PDF file locked with a password, expected an open one: save it again without.',
    );
  }
  return new BadInput('DAMAGED_FILE', `found a PDF file that cannot be read (${message}), expected a whole one.`);
}
