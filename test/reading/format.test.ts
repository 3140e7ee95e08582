import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import JSZip from 'jszip';
import { BadInput } from '../../src/report/bad-input.js';
import { formatOf, readDocument } from '../../src/reading/format.js';
import { interpret } from '../../src/reading/interpret/interpret.js';
import { zipEntries } from '../../src/reading/unzip.js';
import { cellsOf, documentBytes, reportCells } from './documents.js';
import { blocksOf, utf8 } from './source-text.js';

/** The machine may be busy; what is slow here is slow by its amount. */
jest.setTimeout(60_000);

const limits = { documentBytes: 5e7, unpackedBytes: 2e8 };
const read = (name: string, bytes: Uint8Array) => readDocument({ name, folders: [], bytes }, limits);
const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const compound = (stream: string): Uint8Array =>
  Uint8Array.from(
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]),
  );
const zipOf = (...names: string[]) => {
  const zip = new JSZip();
  for (const name of names) zip.file(name, 'x'.repeat(50));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
};

describe('what a document is, whatever it is called', () => {
  test.each<[string, string, string | Uint8Array]>([
    ['pdf', 'report.docx', '%PDF-1.7\n'],
    ['pdf', 'report.pdf', '\n\n  %PDF-1.4'],
    ['html', 'report.doc', '<html><body><table><tr><td>1</td></tr></table></body></html>'],
    ['html', 'report.txt', '\ufeff\n<!DOCTYPE html><p>a'],
    ['html', 'report.md', '## 表二\n\n<table>\n<tr><td>规章</td><td>0</td></tr>\n</table>\n'],
    ['html', 'report.js', 'var content = "\\u003ctable>\\u003ctr>";'],
    ['html', 'report', Uint8Array.from(Buffer.from('\ufeff<html><p>甲</p>', 'utf16le'))],
    ['mhtml', 'report.doc', 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'],
    ['markdown', 'report.md', '| 规章 | 本年<br>制发件数 |\n|---|---|\n'],
    ['text', 'report.html', '二、主动公开\n规章\t0\n'],
    ['text', 'report.json', '一、总体情况'],
    ['markdown', 'list.md', '[首页](https://www.example.gov.cn)'],
    ['json', 'a.txt', ' {"agency": "某局"}'],
    ['json', 'a.txt', '[{"agency": "某局"}]'],
    ['ndjson', 'a.txt', '{"agency": "某局"}\n{"agency": "某局"}\n'],
    ['rtf', 'report.doc', '{\\rtf1'],
    ['doc', 'report.docx', compound('WordDocument')],
    ['locked', 'report.docx', compound('EncryptedPackage')],
    ['spreadsheet', 'report.docx', compound('Workbook')],
    ['image', 'report.pdf', latin1('\x89PNG\r\n')],
    ['image', 'report', latin1('\xff\xd8\xff\xe0')],
    ['archive', 'report.zip', latin1('Rar!\x1a')],
    ['unknown', 'report.txt', Uint8Array.of(1, 0, 2, 0)],
    ['empty', 'report.txt', ''],
  ])('%s: %s', (format, name, content) => {
    expect(formatOf({ name, bytes: typeof content === 'string' ? utf8(content) : content })).toBe(format);
  });

  test.each([
    ['docx', ['[Content_Types].xml', 'word/document.xml']],
    ['spreadsheet', ['[Content_Types].xml', 'xl/workbook.xml']],
    ['ofd', ['OFD.xml', 'Doc_0/Document.xml']],
    ['zip', ['2020/a.txt']],
  ])('%s: a package with %j', async (format, names) => {
    expect(formatOf({ name: 'a.zip', bytes: await zipOf(...names) })).toBe(format);
  });
});

test.each(['report.html', 'ruled.pdf', 'word-processor.docx'])(
  '%s is read by the reader of its format',
  async (name) => {
    expect(cellsOf((await read('no-name', documentBytes(name))).source)).toEqual(reportCells);
  },
);

test('a page saved as one file, its parts encoded', async () => {
  const page = '<p>一、总体情况</p><table><tr><td>规章</td><td>0</td></tr></table>';
  const quoted = Buffer.from(page)
    .toString('latin1')
    .replace(/[=\x80-\xff]/g, (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace('</p>', '</p>=\r\n');
  for (const [encoding, body] of [
    ['base64', Buffer.from(page).toString('base64')],
    ['quoted-printable', quoted],
  ] as const) {
    const file = `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--=b"\r\n\r\n----=b\r\nContent-Type: image/png\r\n\r\nx\r\n----=b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: https://www.example.gov.cn/a.html\r\n\r\n${body}\r\n----=b--\r\n`;
    const { source, mediaType } = await read('report.mht', utf8(file));
    expect(blocksOf(source)).toEqual(['一、总体情况', [['规章', '0']]]);
    expect(source.surroundings.url).toBe('https://www.example.gov.cn/a.html');
    expect(mediaType).toBe('multipart/related');
  }
});

describe('pictures that the document holds, where its tables may be', () => {
  const chapters =
    '<h1>某市某局2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>无。</p><p>二、主动公开政府信息情况</p>';
  const picture = `<img src="data:image/png;base64,${'A'.repeat(20_000)}">`;
  test.each<[string, string, string]>([
    ['a page that holds one', `${chapters}${picture}`, 'SCANNED_IMAGE'],
    ['a page that names one', `${chapters}<img src="table.png">`, 'NO_TABLES'],
  ])('%s', async (_, html, reason) => {
    const { source } = await read('report.html', utf8(html));
    expect(() => interpret(source)).toThrow(expect.objectContaining({ reason }));
  });
});

describe('bad input', () => {
  test.each<[string, string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ['0 bytes', 'NOT_A_REPORT', 'a report', () => new Uint8Array()],
    ['60 MB', 'TOO_LARGE', 'at most 47.7 MB', () => new Uint8Array(6e7).fill(0x61)],
    ['an old Word document under a new name', 'UNSUPPORTED_FORMAT', 'save it as .docx', () => compound('WordDocument')],
    ['a locked Word document', 'ENCRYPTED', 'save it again without', () => compound('EncryptedPackage')],
    ['a picture', 'SCANNED_IMAGE', 'text recognition', () => latin1('\x89PNG\r\n')],
    ['a spreadsheet', 'UNSUPPORTED_FORMAT', 'a spreadsheet', () => zipOf('xl/workbook.xml')],
    ['a PDF file that ends at once', 'DAMAGED_FILE', 'PDF', () => utf8('%PDF-1.7')],
    [
      'a package that ends at once',
      'DAMAGED_FILE',
      'zip',
      async () => (await zipOf('word/document.xml')).subarray(0, 90),
    ],
  ])('%s: %s', async (_, reason, message, bytes) => {
    await expect(read('report.docx', await bytes())).rejects.toMatchObject({
      reason,
      message: expect.stringContaining(message),
    });
  });

  test('a zip file that would unpack to more than its disk', async () => {
    const zip = await zipOf('a.txt');
    const declared = Buffer.from(zip);
    // The directory's size of the entry unpacked, behind its signature.
    declared.writeUInt32LE(0xfffffff0, declared.indexOf('PK\x01\x02') + 24);
    const all = async () => {
      for await (const entry of zipEntries(declared, Infinity)) await entry.read();
    };
    await expect(all()).rejects.toMatchObject({ reason: 'TOO_LARGE' });
  });

  test('names of a zip file in GBK are read, its folders too', async () => {
    const zip = await zipOf('AAAA/BBBB.txt', 'empty/');
    const named = Buffer.from(zip);
    for (let at = named.indexOf('AAAA'); at !== -1; at = named.indexOf('AAAA', at + 1))
      named.write('d2bba1a2', at, 'hex');
    const names: string[] = [];
    for await (const { name } of zipEntries(named, 1e6)) names.push(name);
    expect(names).toContain('一、/BBBB.txt');
  });
});

describe('whatever the bytes are, they are read or are bad input', () => {
  const names = ['report.html', 'ruled.pdf', 'word-processor.docx', 'scanned.pdf'] as const;
  const documents = new Map(names.map((name) => [name, documentBytes(name)]));

  /** A document with a piece cut out, bytes changed, or another piece put in. */
  const damaged = fc
    .record({
      name: fc.constantFrom(...names),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(4000),
      put: fc.uint8Array({ maxLength: 40 }),
      keepsTail: fc.boolean(),
    })
    .map(({ name, from, length, put, keepsTail }) => {
      const whole = documents.get(name) ?? new Uint8Array();
      const at = Math.floor(from * whole.length);
      const tail = keepsTail ? whole.subarray(at + length) : new Uint8Array();
      return { name, bytes: Uint8Array.from([...whole.subarray(0, at), ...put, ...tail]) };
    });
  /** Bits of markup and of tables in any order. */
  const soup = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '<table>',
          '<tr>',
          '<td rowspan=0>',
          '<td colspan=100000>',
          '</table>',
          '<div hidden>',
          '<script>',
          '"',
          '\t',
          '|',
          '\n',
          '<p>',
          '</td>',
          '|---|',
          '<br>',
          '<textarea>',
          '&nbsp;',
          '<!--',
          '<caption>',
          '<tbody>',
          '<pre>',
        ),
        fc.string({ unit: fc.constantFrom('规', '章', '0', '1', '　', ' ', '：'), maxLength: 4 }),
      ),
      { maxLength: 200 },
    )
    .map((pieces) => ({ name: 'report', bytes: utf8(pieces.join('')) }));
  const noise = fc.record({
    name: fc.constantFrom('a.txt', 'a.html', 'a.pdf', 'a.docx'),
    bytes: fc.uint8Array({ maxLength: 3000 }),
  });

  test('damaged documents, markup in any order, noise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, soup, noise), async ({ name, bytes }) => {
        try {
          const { source } = await read(name, bytes);
          for (const block of source.blocks) {
            const cells = block.kind === 'grid' ? block.cells : [];
            const places = new Set<string>();
            for (const { row, column, rows, columns } of cells) {
              expect(Math.min(row, column)).toBeGreaterThanOrEqual(0);
              expect(Math.min(rows, columns)).toBeGreaterThanOrEqual(1);
              expect(columns).toBeLessThanOrEqual(1000);
              places.add(`${row} ${column}`);
            }
            expect(places.size).toBe(cells.length);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(BadInput);
        }
      }),
      { numRuns: 150 },
    );
  });
});
