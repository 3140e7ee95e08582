import { describe, expect, jest, test } from '@jest/globals';
import { BadInput } from '../../src/report/bad-input.js';
import type { Grid } from '../../src/reading/document.js';
import { readPdf } from '../../src/reading/pdf/read.js';
import { describeWithSharedData } from '../shared-data.js';
import { readFileSync } from 'node:fs';
import { cellsOf, documentBytes, reportCells } from './documents.js';
import { blocksOf, gridsOf, utf8 } from './source-text.js';

/** The machine may be busy; what is slow here is slow by its amount. */
jest.setTimeout(60_000);

test('the report that the documents show has its three tables', () => {
  expect(reportCells.map((cells) => cells.length)).toEqual([30, 215, 34]);
});

test.each(['ruled', 'sides-open', 'vertical-label', 'rotated', 'turned', 'word-processor'])(
  '%s.pdf: every cell at its place, with its text and no more',
  async (name) => expect(cellsOf(await readPdf(documentBytes(`${name}.pdf`)))).toEqual(reportCells),
);

test('a table that goes on over the next page is one, a row that the page ends in too; cells know their page', async () => {
  const source = await readPdf(documentBytes('split-row.pdf'));
  const grid = source.blocks.filter((block): block is Grid => block.kind === 'grid')[1];
  // The page ends within a row of the header too: of 自然人 and 总计 the empty half is a cell of its own.
  const whole = (cells: string[] | undefined) => cells?.filter((cell) => !/^[12],[39] /u.test(cell));
  expect(whole(cellsOf(source)[1])).toEqual(whole(reportCells[1]));
  expect(new Set(grid?.cells.map(({ page }) => page)).size).toBe(3);
});

test('without lines, numbers stand in the row of their label and in the columns of the others', async () => {
  const rows = gridsOf(await readPdf(documentBytes('unruled.pdf'))).flat();
  for (const [label, numbers] of [
    ['二、上年结转政府信息公开申请数量', ['4', '117', '0', '3', '2', '6', '1']],
    ['8.属于行政查询事项', ['4', '117', '0', '3', '2', '6', '1']],
    ['（七）总计', ['2', '6', '1', '130', '7', '104', '4']],
    ['规章', ['0', '', '3']],
  ] as const) {
    const row = rows.find((cells) => cells.some((cell) => cell.includes(label)));
    expect(row?.slice(-numbers.length)).toEqual(numbers);
  }
});

test('lines of prose are joined to paragraphs, and the title property is kept', async () => {
  const source = await readPdf(documentBytes('ruled.pdf'));
  expect(
    blocksOf(source)
      .filter((block) => typeof block === 'string')
      .slice(0, 3),
  ).toEqual([
    '某市某局2023年政府信息公开工作年度报告',
    '本文件是为试验而编造的，数字并非任何机关的数字。这一段文字写得长一些，长到在纸上要占去两行以上，好让读者把断开的几行重新接成一段。',
    '二、主动公开政府信息情况',
  ]);
  expect(source.surroundings.title).toBe('某市某局2023年度报告');
});

/** A PDF file of one page with these operators, a Chinese font that is not embedded, and lines drawn by them. */
function pdfOf(operators: string): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${operators.length}>>stream\n${operators}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R/DW 1000/W[814 939 500]>>',
    '<</Type/FontDescriptor/FontName/SimSun/Flags 32/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 700/StemV 80>>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return utf8(text + end);
}

/** GBK of 规章, 其他, 零; the digits are themselves. */
const show = (x: number, y: number, hex: string): string => `BT /F 10 Tf 1 0 0 1 ${x} ${y} Tm <${hex}> Tj ET\n`;

test('a font that is not embedded is read by its character collection; lines may be thin boxes, and white ones are none', async () => {
  const lines = [
    '50 300 200 0.5',
    '50 270 200 0.5',
    '50 240 200 0.5',
    '50 240 0.5 60',
    '150 240 0.5 60',
    '249.5 240 0.5 60',
  ];
  const boxes = lines.map((line) => `${line} re f\n`).join('');
  const whiteLine = '1 1 1 rg 200 240 0.5 60 re f 0 0 0 rg\n';
  const page = boxes + whiteLine + show(60, 280, 'B9E6D5C2') + show(180, 280, '3132') + show(60, 250, 'C6E4CBFB');
  expect(gridsOf(await readPdf(pdfOf(page)))).toEqual([
    [
      ['规章', '12'],
      ['其他', ''],
    ],
  ]);
});

test('a page number is no text of a cell, though the lines of a row run through the foot of the page', async () => {
  const page =
    '50 300 m 250 300 l S 50 30 m 250 30 l S 50 0 m 50 300 l S 250 0 m 250 300 l S 150 0 m 150 300 l S 50 5 m 250 5 l S\n' +
    show(60, 280, 'B9E6D5C2') +
    show(180, 280, '3132') +
    show(60, 20, 'C6E4CBFB') +
    show(180, 20, '37') +
    show(135, 8, '2D2033202D');
  const source = await readPdf(pdfOf(page));
  expect(gridsOf(source)[0]).toEqual([
    ['规章', '12'],
    ['其他', '7'],
  ]);
});

test('a run of text that crosses a line between cells is cut there', async () => {
  const box =
    '50 300 m 250 300 l S 50 270 m 250 270 l S 50 270 m 50 300 l S 250 270 m 250 300 l S 90 270 m 90 300 l S\n';
  expect(gridsOf(await readPdf(pdfOf(box + show(70, 280, 'B9E6D5C23132'))))).toEqual([[['规章', '12']]]);
});

describe('what is no document to read', () => {
  test.each<[string, string]>([
    ['locked.pdf', 'ENCRYPTED'],
    ['scanned.pdf', 'SCANNED_IMAGE'],
  ])('%s: %s', async (name, reason) => expect(readPdf(documentBytes(name))).rejects.toMatchObject({ reason }));

  test('a file cut at any length, or with bytes changed, is read or is bad input', async () => {
    const whole = documentBytes('ruled.pdf');
    for (let at = 0; at < 15; at++) {
      const cut = whole.slice(0, Math.floor((whole.length * at) / 15));
      const changed = whole.map((byte, place) => (place % 997 === at * 31 ? byte ^ 0x55 : byte));
      for (const bytes of [cut, changed]) {
        await readPdf(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(BadInput));
      }
    }
    await expect(readPdf(utf8('%PDF-1.7\n'))).rejects.toMatchObject({ reason: 'DAMAGED_FILE' });
  });
});

describeWithSharedData('a real report', (data) => {
  test('f2021-2023-hongze: tables over pages, labels at mid-height, a page number under each page', async () => {
    const source = await readPdf(readFileSync(new URL('f2021-2023-hongze/source.pdf', data)));
    const grids = gridsOf(source);
    expect(grids.map((rows) => rows.length)).toEqual([14, 26, 4]);
    expect(grids[0]?.at(-1)).toEqual(['行政事业性收费', '7730.28@1×3']);
    expect(grids[1]?.[16]).toEqual(['2:2.没有现成信息需要另行制作', '3', '0', '0', '0', '0', '0', '3']);
    expect(grids[1]?.[17]).toEqual(['2:3.补正后申请内容仍不明确', '0', '0', '0', '0', '0', '0', '0']);
    expect(grids[2]?.[3]).toEqual(['10', '1', '0', '0', '0', '0', '0', '0', '0', '0', '5', '0', '0', '0', '0']);
    const numbers = source.blocks.filter((block) => block.kind === 'paragraph' && /^- \d -$/.test(block.text));
    expect(numbers.map(({ page }) => page)).toEqual([1, 2, 3, 4, 5]);
  });
});
