/** docs/findings.md lists the rules as the program has them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { rules } from '../../src/report/rules.js';

const page = new URL('../../docs/findings.md', import.meta.url);
const table = [
  '| rule | severity | seen by | what it says | 中文 |',
  '|---|---|---|---|---|',
  ...rules.map(
    ({ id, severities, seenBy, english, chinese }) =>
      `| \`${id}\` | ${severities.join(', ')} | ${seenBy} | ${english} | ${chinese} |`,
  ),
].join('\n');

test('the table of docs/findings.md is that of src/report/rules.ts', () => {
  const text = readFileSync(page, 'utf8');
  const [first = 0, last = 0] = [text.indexOf('| rule |'), text.lastIndexOf(' |\n') + 2];
  // WRITE=1 brings the page in line.
  if (process.env['WRITE'] !== undefined) writeFileSync(page, text.slice(0, first) + table + text.slice(last));
  expect(readFileSync(page, 'utf8').slice(first, first + table.length)).toBe(table);
  expect(text.slice(last).match(/^\| `/m)).toBeNull();
});
