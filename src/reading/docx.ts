/**
 * Word documents. The text is read from word/document.xml itself: what Word shows is in it as the form needs it
 * (merged cells both ways, rows that begin further right, numbers that Word counts), and a detour by HTML loses
 * some of that and takes twice as long.
 */
import { load } from 'cheerio';
import { BadInput } from '../report/bad-input.js';
import { decodeText } from './decoding.js';
import { type Block, noSurroundings, type SourceText } from './document.js';
import { type AnyNode, type Element, isElement, isParent, textContent } from './dom.js';
import { blocksOfDocument } from './docx-body.js';
import { numberingOf } from './docx-numbering.js';
import { noteLine } from './surroundings.js';
import { zipEntries } from './unzip.js';

/** Parts of the package that are read; the document's own name comes from the package's relations. */
const usualDocument = 'word/document.xml';
/** Parts that hold nothing of the text. */
const passedOver =
  /(?:theme|settings|websettings|fonttable|footnotes|endnotes|comments\w*|header|footer|app|custom|item\w*)\d*\.xml(?:\.rels)?$/iu;
const headParagraphs = 20;
/** No document of Word nests its elements so deep. */
const deepest = 1000;
const mostTags = 2_000_000;

/**
 * @param unpackedBytes how large the parts of the package may be together, unpacked
 * @throws BadInput DAMAGED_FILE, ENCRYPTED, TOO_LARGE, SCANNED_IMAGE
 */
export async function readDocx(bytes: Uint8Array, unpackedBytes: number): Promise<SourceText> {
  const parts = new Map<string, Uint8Array>();
  let all = 0;
  for await (const entry of zipEntries(bytes, unpackedBytes)) {
    all += entry.bytes;
    if (all > unpackedBytes) {
      throw new BadInput('TOO_LARGE', `found more than ${unpackedBytes} bytes unpacked, expected a Word document.`);
    }
    if (/\.(?:xml|rels)$/iu.test(entry.name) && !passedOver.test(entry.name)) parts.set(entry.name, await entry.read());
  }
  const xml = (name: string): Element[] | null => {
    const part = parts.get(name);
    return part === undefined ? null : parse(part, name);
  };

  const relations = (xml('_rels/.rels') ?? []).flatMap((root) => root.children.filter(isElement));
  const main = relations.find(({ attribs }) => attribs['Type']?.endsWith('/officeDocument'))?.attribs['Target'];
  const name = (main ?? usualDocument).replace(/^\//u, '');
  const document = xml(name) ?? xml(usualDocument);
  if (document === null) {
    throw new BadInput('DAMAGED_FILE', `found a package without ${name}, expected a Word document.`);
  }
  const folder = name.replace(/[^/]*$/u, '');
  const numbering = numberingOf(xml(`${folder}numbering.xml`), xml(`${folder}styles.xml`));
  const { blocks, images } = blocksOfDocument(document, numbering);
  if (blocks.length === 0 && images > 0) {
    throw new BadInput(
      'SCANNED_IMAGE',
      `found ${images} images and no text, expected text: export the report again from its source, or give it as text.`,
    );
  }
  return { blocks, surroundings: surroundingsOf(blocks, xml('docProps/core.xml')), images };
}

function surroundingsOf(blocks: readonly Block[], properties: Element[] | null): SourceText['surroundings'] {
  const surroundings = noSurroundings();
  const title = (properties ?? [])
    .flatMap((root) => root.children.filter(isElement))
    .find((property) => property.name.endsWith(':title') || property.name === 'title');
  if (title !== undefined) surroundings.title = textContent(title).trim() || undefined;
  for (const block of blocks.slice(0, headParagraphs)) {
    if (block.kind === 'paragraph') for (const line of block.text.split('\n')) noteLine(surroundings, line);
  }
  return surroundings;
}

function parse(part: Uint8Array, name: string): Element[] {
  if (tagsIn(part) > mostTags) {
    throw new BadInput('TOO_LARGE', `found more than ${mostTags} tags in ${name}, expected a report.`);
  }
  const root = load(decodeText(part), { xml: true }).root().get(0);
  const elements = root?.children.filter(isElement) ?? [];
  if (elements.length === 0) throw new BadInput('DAMAGED_FILE', `found no XML in ${name}, expected a Word document.`);
  if (isDeeperThan(deepest, elements)) {
    throw new BadInput('DAMAGED_FILE', `found elements nested more than ${deepest} deep in ${name}.`);
  }
  return elements;
}

function tagsIn(part: Uint8Array): number {
  let tags = 0;
  for (const byte of part) if (byte === 0x3c) tags += 1;
  return tags;
}

/** Without recursion, which the depth would break. */
function isDeeperThan(limit: number, roots: readonly AnyNode[]): boolean {
  const nodes = [...roots];
  const depths = roots.map(() => 1);
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const depth = depths.pop() ?? 0;
    if (depth > limit) return true;
    if (!isParent(node)) continue;
    for (const child of node.children) {
      nodes.push(child);
      depths.push(depth + 1);
    }
  }
  return false;
}
