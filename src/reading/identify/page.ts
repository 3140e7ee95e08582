/** A document as identification looks at it: what stands before the first chapter, what at the end, and everything. */
import type { RawDocument, SourceText, Surroundings } from '../document.js';
import { flat } from '../interpret/characters.js';

export interface Page {
  /** Lines before the first chapter, as they stand. */
  head: string[];
  /** The head in plain characters, lines joined. */
  opening: string;
  /** The prose of chapter one in plain characters. */
  chapterOne: string;
  /** The whole document in plain characters, cells included. */
  everything: string;
  /** Its lines and cells one by one, in plain characters. */
  lines: string[];
  /** The last lines, in plain characters. */
  end: string[];
  surroundings: Surroundings;
  /** Without its extension. */
  fileName: string;
  folders: string[];
}

const firstChapter =
  /一[,.:)]?(?:总体|概述|概况|基本情况|工作(?:基本|总体)情况|政府信息公开(?:工作)?(?:总体|基本)|主动公开)/u;
const secondChapter = /^二[,.:)]?(?:行政机关)?主动公开|^信息内容|第二十条/u;
const pageMark = /^[-—–\s]*(?:第?\s*\d{1,3}\s*页?(?:\s*[/共]\s*\d{1,3}\s*页?)?)[-—–\s]*$/u;
/** Lines nearest to the first chapter: what stands before them is the site's. Without a chapter, the first lines. */
const longestHead = 40;
const linesAtEnd = 6;

/**
 * Simplified, in half width, without white space. 乾 stays: it is 干 nowhere in the names of places.
 */
export function plain(text: string): string {
  const even = flat(text);
  const kept = text.includes('乾')
    ? even.replace(/干/gu, (character, at: number) => (text.charAt(at) === '乾' ? '乾' : character))
    : even;
  return kept.replace(/[\s\u200b\ufeff\u00ad]/gu, '');
}

export function pageOf(
  { blocks, surroundings }: SourceText,
  { name, folders }: Pick<RawDocument, 'name' | 'folders'>,
): Page {
  const head: string[] = [];
  const everything: string[] = [];
  const paragraphs: string[] = [];
  const chapterOne: string[] = [];
  let inHead = true;
  let inOne = false;
  for (const block of blocks) {
    const texts = block.kind === 'paragraph' ? [block.text] : block.cells.map(({ text }) => text);
    for (const line of texts.flatMap((text) => text.split('\n'))) {
      const text = plain(line);
      if (text === '' || (block.kind === 'paragraph' && pageMark.test(line))) continue;
      everything.push(text);
      if (block.kind === 'paragraph') paragraphs.push(text);
      if (secondChapter.test(text)) inOne = false;
      if (inOne && block.kind === 'paragraph') chapterOne.push(text);
      if (!inHead) continue;
      const chapter = firstChapter.exec(text)?.index ?? -1;
      if (chapter > 0) head.push(cutAt(line, text.slice(0, chapter)));
      else if (chapter < 0) head.push(line.trim());
      if (chapter < 0) continue;
      inHead = false;
      inOne = true;
      chapterOne.push(text.slice(chapter));
    }
  }
  const near = inHead ? head.slice(0, longestHead) : head.slice(-longestHead);
  return {
    head: near,
    opening: plain(near.join('')),
    chapterOne: chapterOne.join('。'),
    everything: everything.join(''),
    lines: everything,
    end: paragraphs.slice(-linesAtEnd),
    surroundings,
    fileName: name.replace(/\.[A-Za-z0-9]{1,8}$/u, ''),
    folders,
  };
}

/** The start of a line up to where its plain form has `start` behind it. */
function cutAt(line: string, start: string): string {
  let seen = 0;
  for (let at = 0; at < line.length; at++) {
    if (seen >= start.length) return line.slice(0, at).trim();
    seen += plain(line.charAt(at)).length;
  }
  return line.trim();
}
