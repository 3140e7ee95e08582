/** Whether two documents say the same, by two short marks of each. White space says nothing. */
import { hash } from 'node:crypto';
import { cells } from '../template/figures.js';
import type { Report } from '../report/report.js';

export interface ContentHashes {
  /** Of everything; of figures without any text it is of the figures alone, and says so by its first letter. */
  contentHash: string;
  figuresHash: string;
}

const short = (text: string): string => hash('sha256', text, 'base64url').slice(0, 22);
const withoutSpace = (text: string): string => text.replace(/\s/gu, '');

/**
 * Content is edition, title, publishedOn, figures, the cells' raw text and the chapters' text; the report is its file's.
 *
 * @param values of the figures, in the order of `cells`; NaN of a cell that states nothing
 */
export function contentHashes(report: Report, values: Float64Array): ContentHashes {
  const figuresHash = short(Array.from(values, (value) => (Number.isNaN(value) ? '' : value)).join());
  const raws: string[][] = [];
  for (const { path } of cells) {
    const raw = report.cells[path]?.raw;
    if (raw != null) raws.push([path, withoutSpace(raw)]);
  }
  const texts = report.chapters.map(({ text }) => withoutSpace(text)).filter((text) => text !== '');
  if (raws.length === 0 && texts.length === 0) return { contentHash: `F${figuresHash}`, figuresHash };
  const content = [report.edition, withoutSpace(report.title), report.publishedOn, figuresHash, raws, texts];
  return { contentHash: `T${short(JSON.stringify(content))}`, figuresHash };
}

/** Figures without text equal any document with the same figures; a document with text only one with the same text. */
export function saysTheSame(held: ContentHashes, received: ContentHashes): boolean {
  return received.contentHash.startsWith('F')
    ? received.figuresHash === held.figuresHash
    : received.contentHash === held.contentHash;
}
