/** A web page as a document: what a reader of the page sees, with what its metadata say of it. */
import { load } from 'cheerio';
import { BadInput } from '../report/bad-input.js';
import { type AnyNode, type Document, type Element, isElement, isParent, isText } from './dom.js';
import { decodeText } from './decoding.js';
import type { Block, SourceText } from './document.js';
import { markupInScripts } from './html-hidden.js';
import { pageSurroundings } from './html-surroundings.js';
import { isLayout, layOut, rowsOf, tablesHoldingTables } from './html-table.js';
import { blocksOf } from './text.js';

/** No page of a government site comes near these; what does was made to exhaust its reader. */
const limits = { tags: 500_000, depth: 2_000 };

/**
 * Scripts, styles, navigation and what the page hides are left out; where nothing of a report is left then, what is
 * hidden is read, and then what scripts and fields hold as text.
 *
 * @throws BadInput DAMAGED_FILE, TOO_LARGE
 */
export function readHtml(bytes: Uint8Array): SourceText {
  return htmlDocument(decodeText(bytes, declaredEncoding(bytes)));
}

export function htmlDocument(html: string): SourceText {
  const script = markupInScripts(html);
  const page = parse(script ?? html);
  const shown = walk(page, { hidden: false });
  const images = picturesIn(page);
  const surroundings = pageSurroundings(page, html, shown.blocks, shown.left);
  if (hasGrid(shown.blocks)) return { blocks: withoutTail(shown.blocks), surroundings, images };

  const candidates = [shown.blocks];
  if (shown.hid) candidates.push(walk(page, { hidden: true }).blocks);
  for (const markup of markupHeldAsText(page, shown.blocks))
    candidates.push(walk(parse(markup), { hidden: true }).blocks);
  const found = candidates.find(hasGrid) ?? candidates.find((blocks) => lengthOf(blocks) >= fewestCharacters);
  return { blocks: withoutTail(found ?? shown.blocks), surroundings, images };
}

/** Fewer characters of a picture written out in the page are an icon. */
export const smallestPicture = 10_000;

/** Pictures that the page itself holds; one that it only names is not in the document. */
function picturesIn(node: AnyNode): number {
  const holds = isElement(node) && node.name === 'img' && /^data:image/iu.test(node.attribs['src'] ?? '');
  const own = holds && (node.attribs['src']?.length ?? 0) > smallestPicture ? 1 : 0;
  return isParent(node) ? node.children.reduce((sum, child) => sum + picturesIn(child), own) : own;
}

/** Less text than this is no report, but what is left of a page whose report is somewhere else. */
const fewestCharacters = 200;

function hasGrid(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.kind === 'grid' && block.cells.length > 20);
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.kind === 'paragraph' ? block.text.length : block.cells.length), 0);
}

/** As the page's meta tag or XML declaration has it. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return /<meta[^>]{1,200}?charset\s*=\s*["']?([\w-]{2,20})|<\?xml[^>]{1,100}?encoding=["']([\w-]{2,20})/iu
    .exec(head)
    ?.slice(1)
    .find((name) => name !== undefined);
}

/** Closed by what follows them, or empty: they do not nest. */
const notNesting = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option tbody thead tfoot colgroup'.split(
    ' ',
  ),
);

/** Those that bring others with them: table, tbody, tr, td. */
const levelsOf: Partial<Record<string, number>> = { table: 4, ul: 2, ol: 2, dl: 2, select: 2 };

/** Parsing takes time that grows with the depth: what is too deep or too much is refused before. */
function parse(html: string): Document {
  let tags = 0;
  let depth = 0;
  const tag = /<(\/?)([a-z][^\s/>]*)/giu;
  for (let found = tag.exec(html); found !== null; found = tag.exec(html)) {
    const name = (found[2] ?? '').toLowerCase();
    tags += 1;
    if (found[1] === '' && (name === 'script' || name === 'style')) {
      const end = html.indexOf(`</${found[2]}`, tag.lastIndex);
      if (end === -1) break;
      tag.lastIndex = end + 2 + name.length;
    } else if (!notNesting.has(name)) {
      const levels = levelsOf[name] ?? 1;
      depth = found[1] === '' ? depth + levels : Math.max(0, depth - levels);
    }
    if (depth > limits.depth) {
      throw new BadInput('DAMAGED_FILE', `found elements nested more than ${limits.depth} deep, expected a web page.`);
    }
    if (tags > limits.tags) {
      throw new BadInput('TOO_LARGE', `found more than ${limits.tags} tags, expected a page with a report.`);
    }
  }
  const root = load(html).root().get(0);
  if (root === undefined) throw new BadInput('DAMAGED_FILE', 'found no page, expected HTML.');
  return root;
}

interface Walk {
  blocks: Block[];
  /** Text of what was left out as navigation or foot of the page. */
  left: string[];
  /** Whether something that the page hides was passed over. */
  hid: boolean;
}

const never = new Set(
  'script style noscript template iframe object svg select button canvas audio video map'.split(' '),
);
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr input ruby rb o:p st1:chsdate publishtime'.split(
    ' ',
  ),
);

function walk(page: Document, { hidden }: { hidden: boolean }): Walk {
  const result: Walk = { blocks: [], left: [], hid: false };
  const holders = tablesHoldingTables(page);
  const measure = measurer();
  // A text in which only tables are marked up has its lines as a text file has them.
  const asText = !/<(?:html|body|p|div|br|li|h[1-6])\b/iu.test(sourceOfRoot(page));

  const shown = (element: Element): boolean => {
    if (hidden || !isHidden(element)) return true;
    result.hid = true;
    return false;
  };

  function flow(nodes: readonly AnyNode[], into: Flow, asIs: boolean): void {
    for (const node of nodes) {
      if (isText(node)) into.write(node.data, asIs);
      else if (isElement(node)) element(node, into, asIs);
      else if (isParent(node)) flow(node.children, into, asIs);
    }
  }

  function element(node: Element, into: Flow, asIs: boolean): void {
    const { name } = node;
    if (never.has(name) || name === 'head' || !shown(node)) return;
    if (name === 'br') return into.breakLine();
    // A form filled in on the page: what stands in its fields.
    if (name === 'input' && !into.isPage && isTextField(node)) into.write(node.attribs['value'] ?? '', false);
    if (name === 'table') return table(node, into);
    if (into.isPage && !measure(node).table && isFurniture(node, measure)) {
      result.left.push(...textIn(node.children));
      return;
    }
    const keeps =
      asIs || name === 'pre' || name === 'xmp' || /white-space\s*:\s*pre/iu.test(node.attribs['style'] ?? '');
    if (inline.has(name) && !isShownAsBlock(node)) return flow(node.children, into, keeps);
    into.endBlock();
    flow(node.children, into, keeps);
    into.endBlock();
  }

  function table(node: Element, into: Flow): void {
    into.endBlock();
    const rows = rowsOf(node, shown);
    for (const caption of node.children)
      if (isElement(caption) && caption.name === 'caption') element(caption, into, false);
    const texts = new Map<Element, string>();
    const textOf = (cell: Element): string => {
      const known = texts.get(cell) ?? textIn(cell.children).join('\n');
      texts.set(cell, known);
      return known;
    };
    if (isLayout(rows, holders.has(node), (cell) => measure(cell).table, textOf)) {
      for (const { cells } of rows) {
        for (const cell of cells) {
          flow(cell.children, into, false);
          into.endBlock();
        }
      }
    } else into.put(layOut(rows, textOf));
    into.endBlock();
  }

  /** Lines of text, tables among it as lines too. */
  function textIn(nodes: readonly AnyNode[]): string[] {
    const flowing = new Flow(false);
    flow(nodes, flowing, false);
    flowing.endBlock();
    return flowing.blocks.flatMap((block) =>
      block.kind === 'paragraph' ? block.text : block.cells.map(({ text }) => text).filter((text) => text !== ''),
    );
  }

  const body = new Flow(true);
  flow(page.children, body, asText);
  body.endBlock();
  result.blocks = body.blocks;
  return result;
}

/** Whether the source marks up paragraphs: cheerio puts html, head and body round everything, so these do not count. */
function sourceOfRoot(page: Document): string {
  const names: string[] = [];
  const visit = (nodes: readonly AnyNode[], depth: number): void => {
    for (const node of nodes) {
      if (!isElement(node)) continue;
      if (depth > 1) names.push(`<${node.name}>`);
      if (depth < 6 && node.name !== 'table') visit(node.children, depth + 1);
    }
  };
  visit(page.children, 0);
  return names.join('');
}

/** Text as it runs: inline elements joined with nothing between, blocks apart. */
class Flow {
  readonly blocks: Block[] = [];
  private text = '';
  private raw = false;

  /** isPage: false within a cell, where nothing is navigation. */
  constructor(readonly isPage: boolean) {}

  /** asIs: line breaks and tabs of the source count. */
  write(text: string, asIs: boolean): void {
    if (asIs) {
      this.raw ||= /[\n\t|]/u.test(text);
      this.text += text;
      return;
    }
    const collapsed = text
      .replace(/(?<=[\p{Script=Han}，。；：、）》”])[ \t]*[\r\n]\s*(?=[\p{Script=Han}（《“])/gu, '') // a line break in the source
      .replace(/[ \t\r\n\f]+/gu, ' ');
    this.text += collapsed;
  }

  breakLine(): void {
    this.text += '\n';
  }

  put(block: Block): void {
    this.blocks.push(block);
  }

  /** Ends the paragraph; an empty line within it ends one too. */
  endBlock(): void {
    const { text, raw } = this;
    this.text = '';
    this.raw = false;
    if (text.trim() === '') return;
    if (raw) {
      this.blocks.push(...blocksOf(text));
      return;
    }
    const lines = text
      .replace(/[\u200b\ufeff\u00ad]/gu, '')
      .split('\n')
      .map((line) => line.replace(/[ \u00a0\t]+/gu, ' ').trim());
    let paragraph: string[] = [];
    for (const line of [...lines, '']) {
      if (line !== '') paragraph.push(line);
      else if (paragraph.length > 0) {
        this.blocks.push({ kind: 'paragraph', text: paragraph.join('\n') });
        paragraph = [];
      }
    }
  }
}

function isHidden({ attribs }: Element): boolean {
  return (
    attribs['hidden'] !== undefined || /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(attribs['style'] ?? '')
  );
}

function isTextField({ attribs }: Element): boolean {
  return /^(?:text|number|tel|)$/iu.test(attribs['type'] ?? '');
}

/** Tables made of styles: display: table-cell. */
function isShownAsBlock({ attribs }: Element): boolean {
  return /display\s*:\s*(?:block|table|flex|grid)/iu.test(attribs['style'] ?? '');
}

interface Measure {
  /** Characters in all, and within links. */
  text: number;
  linked: number;
  links: number;
  /** Whether there is a table in it. */
  table: boolean;
}

/** Measures each element once. */
function measurer(): (element: Element) => Measure {
  const known = new Map<Element, Measure>();
  return function measure(element: Element): Measure {
    const before = known.get(element);
    if (before !== undefined) return before;
    const sum: Measure = { text: 0, linked: 0, links: element.name === 'a' ? 1 : 0, table: element.name === 'table' };
    for (const child of element.children) {
      if (isText(child)) sum.text += child.data.trim().length;
      else if (isElement(child) && !never.has(child.name)) {
        const part = measure(child);
        sum.text += part.text;
        sum.linked += part.linked;
        sum.links += part.links;
        sum.table ||= part.table;
      }
    }
    if (element.name === 'a') sum.linked = sum.text;
    known.set(element, sum);
    return sum;
  };
}

const navigating = new Set(['nav', 'ul', 'ol', 'dl', 'menu']);
const navigationClass =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|breadcrumbs?|crumbs?|sidebar|sidenav|position|location|weizhi|dqwz|mbx)\d*(?:$|[\s_-])/iu;
const footClass =
  /(?:^|[\s_-])(?:footer|foot|copyright|copy|share|bshare|jiathis|toolbar|friendlink|links)\d*(?:$|[\s_-])/iu;
/** A foot is short; what is longer under such a name is kept. */
const longestFoot = 800;

/** Navigation is mostly links; a foot is called one. Neither holds a table. */
function isFurniture(element: Element, measure: (element: Element) => Measure): boolean {
  const { text, linked, links } = measure(element);
  const names = `${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`;
  if (navigationClass.test(names)) return links > 0 && linked > 0.4 * text; // 当前位置：首页 > 政务公开
  if (navigating.has(element.name)) return links > 1 && linked > 0.6 * text;
  return (element.name === 'footer' || footClass.test(names)) && text < longestFoot;
}

const tailLine =
  /^[\s【[|｜]*(?:版权所有|主办|承办|协办|维护|技术支持|网站支持|打印|关闭|收藏|分享|上一[篇条页]|下一[篇条页]|相关链接|相关文章|相关信息|扫一扫|返回顶部|网站地图|网站标识码|关于我们|联系我们|友情链接|推荐给|责任编辑|Copyright|©|.{0,12}(?:ICP备|公网安备))/iu;
const longestTailLine = 160;

/** Without the lines at the end that belong to the page: printing, closing, whose site it is. */
function withoutTail(blocks: readonly Block[]): Block[] {
  let end = blocks.length;
  for (let last = blocks[end - 1]; last !== undefined; last = blocks[end - 1]) {
    if (last.kind !== 'paragraph' || last.text.length > longestTailLine || !tailLine.test(last.text)) break;
    end -= 1;
  }
  return blocks.slice(0, end);
}

/** Markup that the page holds as text: in scripts, in fields of forms, in templates, or shown as text. */
function* markupHeldAsText(page: Document, blocks: readonly Block[]): Generator<string> {
  const texts: string[] = [];
  const scripts: string[] = [];
  const visit = (nodes: readonly AnyNode[]): void => {
    for (const node of nodes) {
      if (!isParent(node)) continue;
      const element = isElement(node) ? node : null;
      if (element?.name === 'script')
        scripts.push(...element.children.map((child) => (isText(child) ? child.data : '')));
      else if (element?.name === 'textarea')
        texts.push(...element.children.map((child) => (isText(child) ? child.data : '')));
      else if (element?.name === 'input') texts.push(element.attribs['value'] ?? '');
      else visit(node.children);
      if (element?.name === 'template') texts.push(load('')(element).html() ?? '');
    }
  };
  visit(page.children);
  texts.push(blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n'));
  for (const script of scripts) {
    const markup = /^\s*<[a-z]/iu.test(script) ? script : markupInScripts(script, 'anywhere');
    if (markup !== null) yield markup;
  }
  for (const text of texts) if (/<(?:table|p|div)\b/iu.test(text)) yield text;
}
