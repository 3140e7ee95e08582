import { describe, expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { readDocx } from '../../src/reading/docx.js';
import { cellsOf, documentBytes, reportCells } from './documents.js';
import { blocksOf } from './source-text.js';

const unpacked = 1e7;
const read = async (bytes: Uint8Array) => blocksOf(await readDocx(bytes, unpacked));

/** A package with the parts that Word cannot do without, and what is given. */
async function packageOf(body: string, parts: Record<string, string> = {}): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file(
    '_rels/.rels',
    '<Relationships><Relationship Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  zip.file('word/document.xml', `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`);
  for (const [name, text] of Object.entries(parts)) zip.file(name, text);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const p = (text: string, properties = ''): string => `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const tc = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const tr = (cells: string, properties = ''): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
const tbl = (...rows: string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;

test('a document of a word processor: every cell at its place, and its title', async () => {
  const source = await readDocx(documentBytes('word-processor.docx'), unpacked);
  expect(cellsOf(source)).toEqual(reportCells);
  expect(source.surroundings.title).toBe('某市某局2023年度报告');
});

test('what other readers lose: rows that begin further right, cells merged the old way, merges begun without a word', async () => {
  const body = tbl(
    tr(
      tc('三、', '<w:vMerge w:val="restart"/>') +
        tc('（一）', '<w:hMerge w:val="restart"/>') +
        tc('', '<w:hMerge w:val="continue"/>') +
        tc('3'),
    ),
    tr(tc('', '<w:vMerge/>') + tc('（三）') + tc('1.属于') + tc('4')),
    tr(tc('5') + tc('6'), '<w:gridBefore w:val="2"/>'),
    tr(tc('7', '<w:vMerge w:val="restart"/>') + tc('', '<w:gridSpan w:val="3"/>')),
  );
  expect(await read(await packageOf(body))).toEqual([
    [
      ['三、@2×1', '（一）@1×2', '3'],
      ['1:（三）', '1.属于', '4'],
      ['2:5', '6'],
      ['7', '@1×3'],
    ],
  ]);
});

test('what Word shows is read: text boxes, content controls, inserted text; what it does not show is not', async () => {
  const body = [
    `<w:sdt><w:sdtContent>${p('一、')}</w:sdtContent></w:sdt>`,
    `<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>字</w:t><w:br/><w:t>句</w:t></w:r></w:p>`,
    `<w:p><w:r><w:t>前</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>${tbl(tr(tc('规章') + tc('0')))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('再')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    tbl(
      `<w:sdt><w:sdtContent>${tr(`<w:sdt><w:sdtContent>${tc('甲')}</w:sdtContent></w:sdt>${tc('1')}`)}</w:sdtContent></w:sdt>`,
      tr(tc('删') + tc('2'), '<w:del/>'),
    ),
    '<w:p><w:r><w:t>规章</w:t><w:tab/><w:t>0</w:t></w:r></w:p><w:p><w:r><w:t>其他</w:t><w:tab/><w:t>1</w:t></w:r></w:p>',
  ].join('');
  expect(await read(await packageOf(body))).toEqual([
    '一、',
    '新字\n句',
    '前',
    [['规章', '0']],
    [['甲', '1']],
    [
      ['规章', '0'],
      ['其他', '1'],
    ],
  ]);
});

test('numbers that Word counts stand before their text', async () => {
  const numbered = (level: number) =>
    `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr></w:pPr>`;
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:numbering><w:abstractNum w:abstractNumId="1">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'decimal', '%2.')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
  const body = [
    p('总体', numbered(0)),
    p('甲', numbered(1)),
    p('乙', numbered(1)),
    p('主动', numbered(0)),
    p('丙', numbered(1)),
    p('无'),
  ];
  expect(await read(await packageOf(body.join(''), { 'word/numbering.xml': numbering }))).toEqual([
    '一、总体',
    '1.甲',
    '2.乙',
    '二、主动',
    '1.丙',
    '无',
  ]);
});

describe('what is no document to read', () => {
  test('a package cut at any length is a damaged file', async () => {
    const whole = await packageOf(p('一、总体情况'.repeat(50)));
    for (let length = 0; length < whole.length; length += 97) {
      await expect(readDocx(whole.subarray(0, length), unpacked)).rejects.toMatchObject({ reason: 'DAMAGED_FILE' });
    }
  });

  test.each<[string, string, () => Promise<Uint8Array>]>([
    [
      'a package without a document',
      'DAMAGED_FILE',
      async () => new JSZip().file('a.txt', 'a').generateAsync({ type: 'uint8array' }),
    ],
    ['elements nested without end', 'DAMAGED_FILE', () => packageOf('<w:sdt>'.repeat(5_000))],
    ['a part that unpacks to more than the limit', 'TOO_LARGE', () => packageOf(' '.repeat(2e7))],
    [
      'images and no text',
      'SCANNED_IMAGE',
      () => packageOf('<w:p><w:r><w:drawing><a:blip r:embed="r1"/></w:drawing></w:r></w:p>'),
    ],
  ])('%s: %s', async (_, reason, bytes) => expect(readDocx(await bytes(), unpacked)).rejects.toMatchObject({ reason }));
});
