/** The nodes that cheerio parses markup into, for walking them without its queries. */
import type { CheerioAPI } from 'cheerio';

export type Document = ReturnType<CheerioAPI['root']>[number];
export type AnyNode = Document['children'][number];
export type Element = Extract<AnyNode, { attribs: object }>;
export type Text = Extract<AnyNode, { nodeType: 3 }>;
type Parent = Extract<AnyNode, { children: AnyNode[] }>;

export const isElement = (node: AnyNode): node is Element => 'attribs' in node;
export const isText = (node: AnyNode): node is Text => node.nodeType === 3;
export const isParent = (node: AnyNode): node is Parent => 'children' in node;

/** All text below, in order. */
export function textContent(node: AnyNode): string {
  if (isText(node)) return node.data;
  return isParent(node) ? node.children.map(textContent).join('') : '';
}
