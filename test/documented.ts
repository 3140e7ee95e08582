/** Queries in documents, each with its answer below it and perhaps its variables between. */
import { readFileSync, writeFileSync } from 'node:fs';

export interface Documented {
  /** The words of the heading above it. */
  heading: string;
  query: string;
  variables: Record<string, unknown> | undefined;
  answer: unknown;
}

const pattern = /(```graphql\n(.*?)```\s*(?:```json variables\n(.*?)```\s*)?```json\n)(.*?)(```)/gsu;
const fileOf = (name: string): URL => new URL(`../docs/${name}`, import.meta.url);

export function documented(name: string): Documented[] {
  const text = readFileSync(fileOf(name), 'utf8');
  const queries = [...text.matchAll(/```graphql\n/gu)].length;
  const found = [...text.matchAll(pattern)].map((match): Documented => {
    const [, , query = '', variables, answer = ''] = match;
    const headings = [...text.slice(0, match.index).matchAll(/^#+ (.*)$/gmu)];
    return {
      heading: headings.at(-1)?.[1] ?? '',
      query,
      variables: variables === undefined ? undefined : (JSON.parse(variables) as Record<string, unknown>),
      answer: JSON.parse(answer),
    };
  });
  if (found.length < queries) throw new Error(`docs/${name}: of ${queries} queries ${found.length} have an answer`);
  return found;
}

/** Writes what the queries are answered, in their order, in place of the answers that stand there. */
export function rewrite(name: string, answers: readonly unknown[]): void {
  const text = readFileSync(fileOf(name), 'utf8');
  let at = 0;
  const rewritten = text.replace(
    pattern,
    (_, before: string, _query: string, _variables: string, _answer: string, after: string) =>
      `${before}${compact(answers[at++])}\n${after}`,
  );
  writeFileSync(fileOf(name), rewritten);
}

const width = 120;
/** What fits in a line stands in one. */
function compact(value: unknown, indent = ''): string {
  const line = inLine(value);
  if (indent.length + line.length <= width || typeof value !== 'object' || value === null) return line;
  const inner = `${indent}  `;
  const [open, parts, close] = Array.isArray(value)
    ? ['[', value.map((one: unknown) => compact(one, inner)), ']']
    : ['{', Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${compact(one, inner)}`), '}'];
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}
function inLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${inLine(one)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
