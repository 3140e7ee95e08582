import { expect, test } from '@jest/globals';
import { linesOf, type Line } from '../../src/reading/lines.js';

async function read(chunks: string[], limit = 100): Promise<(string | number)[][]> {
  const lines: Line[] = [];
  for await (const line of linesOf(
    chunks.map((text) => Buffer.from(text)),
    limit,
  ))
    lines.push(line);
  return lines.map(({ number, bytes, error }) => [number, error?.reason ?? bytes.toString()]);
}

test('lines come whole however the bytes are cut, counted with the blank ones between', async () => {
  const text = '{"甲":1}\r\n\n  \n{"乙":2}\n{"丙":3}';
  const bytes = Buffer.from(text);
  const expected = [
    [1, '{"甲":1}\r'],
    [4, '{"乙":2}'],
    [5, '{"丙":3}'],
  ];
  for (const size of [1, 3, 7, bytes.length]) {
    const chunks: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
    const lines: [number, string][] = [];
    for await (const { number, bytes: line } of linesOf(chunks, 100)) lines.push([number, line.toString()]);
    expect(lines).toEqual(expected);
  }
});

test('a line that is too large is an error of its own, and none of the others is lost', async () => {
  const long = 'x'.repeat(150);
  expect(await read(['a\n', long.slice(0, 70), long.slice(70), '\nb'])).toEqual([
    [1, 'a'],
    [2, 'TOO_LARGE'],
    [3, 'b'],
  ]);
});

test('what ends with a line break has no line after it', async () => {
  expect(await read(['a\n'])).toEqual([[1, 'a']]);
  expect(await read([''])).toEqual([]);
});
