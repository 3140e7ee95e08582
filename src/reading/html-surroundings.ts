import { type AnyNode, type Document, type Element, isElement, isParent, textContent } from './dom.js';
import { type Block, noSurroundings, type Surroundings } from './document.js';
import { add, breadcrumbsIn, noteCells, noteCodes, noteLine } from './surroundings.js';

/** Names of meta elements, in lower case, best first: the set of 政府网站发展指引, then what else is common. */
const metaNames = {
  title: ['articletitle', 'og:title', 'dc.title'],
  publishedOn: [
    'pubdate',
    'publishdate',
    'publishtime',
    'publish_time',
    'article:published_time',
    'maketime',
    'createdate',
  ],
  issuers: ['contentsource', 'source', 'publisher', 'dc.publisher'],
  siteCodes: ['siteidcode'],
  url: ['og:url', 'url'],
} as const;

/** A grid with more cells is no table of metadata. */
const largestMetadata = 60;

/**
 * What the page says around its report.
 *
 * @param blocks the blocks of the page
 * @param left lines of the page that were left out of the blocks
 */
export function pageSurroundings(
  page: Document,
  html: string,
  blocks: readonly Block[],
  left: readonly string[],
): Surroundings {
  const surroundings = noSurroundings();
  const found = headOf(page);
  const meta = (names: readonly string[]): string[] =>
    names.map((name) => found.metas.get(name)?.trim() ?? '').filter((value) => value !== '');
  const saved = /<!--\s*saved from url=\(\d+\)(\S{1,500})/u.exec(html.slice(0, 2000))?.[1];

  surroundings.title = meta(metaNames.title)[0] ?? found.title;
  surroundings.publishedOn = meta(metaNames.publishedOn)[0] ?? found.published;
  surroundings.url = [found.canonical, ...meta(metaNames.url), saved].find((url) => /^https?:/u.test(url ?? ''));
  for (const issuer of meta(metaNames.issuers)) if (/\p{Script=Han}/u.test(issuer)) add(surroundings.issuers, issuer);
  for (const code of meta(metaNames.siteCodes)) add(surroundings.siteCodes, code);
  for (const site of meta(['sitename'])) add(surroundings.breadcrumbs, site);
  for (const text of found.breadcrumbs) for (const part of breadcrumbsIn(text)) add(surroundings.breadcrumbs, part);

  for (const line of left) for (const piece of line.split('\n')) noteLine(surroundings, piece);
  for (const block of blocks) {
    if (block.kind === 'paragraph') for (const line of block.text.split('\n')) noteLine(surroundings, line);
    else if (block.cells.length <= largestMetadata)
      noteCells(
        surroundings,
        block.cells.map(({ text }) => text),
      );
  }
  for (const column of meta(['columnname'])) add(surroundings.breadcrumbs, column);
  if (surroundings.url !== undefined) noteCodes(surroundings, surroundings.url);
  return surroundings;
}

interface Head {
  title?: string;
  canonical?: string;
  /** From an element called so, such as <publishtime>. */
  published?: string;
  breadcrumbs: string[];
  metas: Map<string, string>;
}

const breadcrumbClass = /(?:^|[\s_-])(?:breadcrumbs?|crumbs?|weizhi|dqwz|mbx|curpos|current-?position)(?:$|[\s_-])/iu;

function headOf(page: Document): Head {
  const head: Head = { metas: new Map(), breadcrumbs: [] };
  const visit = (nodes: readonly AnyNode[]): void => {
    for (const node of nodes) {
      if (isElement(node)) take(node, head);
      if (isParent(node)) visit(node.children);
    }
  };
  visit(page.children);
  return head;
}

function take(element: Element, head: Head): void {
  const { name, attribs } = element;
  if (name === 'meta') {
    const key = (attribs['name'] ?? attribs['property'] ?? '').toLowerCase();
    if (!head.metas.has(key)) head.metas.set(key, attribs['content'] ?? '');
  } else if (name === 'title') {
    head.title ??= textContent(element).replace(/\s+/gu, ' ').trim() || undefined;
  } else if (name === 'link' && attribs['rel'] === 'canonical') head.canonical ??= attribs['href'];
  else if (name === 'publishtime' || name === 'pubdate') head.published ??= textContent(element).trim() || undefined;
  else if (breadcrumbClass.test(`${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`)) {
    const text = textContent(element).replace(/\s+/gu, ' ').trim();
    if (text.length <= 200) head.breadcrumbs.push(text);
  }
}
