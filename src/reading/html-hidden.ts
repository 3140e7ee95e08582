/** Markup that stands in a script as text: document.write('<table>…'), var content = "…". */

/** What a document that is no page but a script begins with. */
export const scriptBegins =
  /^\s*(?:(?:var|let|const)\s|document\s*\.\s*write|[\w.$]{1,60}\s*(?:=|\()\s*["'`{[(]|["'`]\s*(?:<|\\u003c))/iu;

/**
 * The markup in the strings of a script, in their order; null where there is none, or, for `whole`, where the text
 * does not begin as a script.
 */
export function markupInScripts(script: string, where: 'whole' | 'anywhere' = 'whole'): string | null {
  if (where === 'whole' && !scriptBegins.test(script.slice(0, 200))) return null;
  const markup = stringsIn(script)
    .filter((text) => /<\/?[a-z][^>]*>/iu.test(text))
    .join('');
  return markup === '' ? null : markup;
}

const named: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '', f: '', v: '', '0': '', '\n': '' };

/** The string literals of a script, their escapes undone. */
function stringsIn(script: string): string[] {
  const strings: string[] = [];
  for (let at = 0; at < script.length; at++) {
    const quote = script[at];
    if (quote !== '"' && quote !== "'" && quote !== '`') continue;
    const parts: string[] = [];
    let from = at + 1;
    let end = from;
    for (; end < script.length && script[end] !== quote; end++) {
      if (script[end] !== '\\') continue;
      parts.push(script.slice(from, end));
      const escape = script[end + 1] ?? '';
      const digits = escape === 'u' ? 4 : escape === 'x' ? 2 : 0;
      const code = Number.parseInt(script.slice(end + 2, end + 2 + digits), 16);
      const isCode = digits > 0 && !Number.isNaN(code);
      parts.push(isCode ? String.fromCharCode(code) : (named[escape] ?? escape));
      end += isCode ? 1 + digits : 1;
      from = end + 1;
    }
    if (end >= script.length) break; // a quote that is never closed: no string
    parts.push(script.slice(from, end));
    strings.push(parts.join(''));
    at = end;
  }
  return strings;
}
