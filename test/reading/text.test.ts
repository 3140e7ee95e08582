import { describe, expect, jest, test } from '@jest/globals';
import { readText } from '../../src/reading/text.js';
import { blocksOf, gridsOf, utf8 } from './source-text.js';

/** The machine may be busy; what is slow here is slow by its amount. */
jest.setTimeout(60_000);

const sentence = '一、本年新收政府信息公开申请数量：３件，㐀𠀀。';

/** 一 is D2BB in GB18030, and so on: written out, since the platform does not encode it. */
const gb18030 = Uint8Array.from([0xd2, 0xbb, 0xa1, 0xa2, 0xd7, 0xdc, 0xcc, 0xe5, 0xc7, 0xe9, 0xbf, 0xf6]);

const readAsGbk = (text: string): string => new TextDecoder('gb18030').decode(utf8(text));

test.each<[string, Uint8Array, string]>([
  ['UTF-8', utf8(sentence), sentence],
  ['UTF-8 with a mark', utf8(`\ufeff${sentence}`), sentence],
  ['UTF-16, little end first', Uint8Array.from(Buffer.from(`\ufeff${sentence}`, 'utf16le')), sentence],
  ['UTF-16, big end first', Uint8Array.from(Buffer.from(`\ufeff${sentence}`, 'utf16le').swap16()), sentence],
  ['GB18030', gb18030, '一、总体情况'],
  ['UTF-8 cut within a character', utf8(sentence).subarray(0, -1), sentence.slice(0, -1)],
  [
    'UTF-8 that was read as GBK and stored again',
    utf8(readAsGbk('一、总体情况，二、主动公开')),
    '一、总体情况，二、主动公开',
  ],
])('%s is read as it was meant', (_, bytes, text) => expect(blocksOf(readText(bytes))).toEqual([text]));

test.each<[string, Uint8Array]>([
  ['text decoded twice of which some is lost', utf8('涓€銆佹€讳綋鎯呭喌�锛屼富鍔ㄥ叕寮€')],
  ['GBK read as UTF-8 and stored', utf8('?。ㄒ唬┲鲃庸_情况?。ㄒ唬┲鲃庸_情况?。ㄒ唬')],
  ['bytes of no encoding', Uint8Array.from({ length: 900 }, (_, at) => ((at * 7919) % 251) | 0x81)],
  ['zero bytes', Uint8Array.of(0xe4, 0, 0, 1)],
])('%s: a damaged file', (_, bytes) =>
  expect(() => readText(bytes)).toThrow(expect.objectContaining({ reason: 'DAMAGED_FILE' })),
);

describe('tables of a text', () => {
  test('lines with tabs are a grid up to a blank line, empty fields kept in their columns', () => {
    const text = '第二十条第（一）项\t\t\n规章\t0\t\n\n\t自然人\t总计\n三、收到\n\t（一）予以公开\t3\n\t行首缩进的段落';
    expect(blocksOf(readText(utf8(text)))).toEqual([
      [
        ['第二十条第（一）项', '', ''],
        ['规章', '0', ''],
      ],
      [['', '自然人', '总计']],
      '三、收到',
      [['', '（一）予以公开', '3']],
      '行首缩进的段落',
    ]);
  });

  test('a quoted field of a spreadsheet may have several lines', () => {
    expect(gridsOf(readText(utf8('"三、本\n年度办\n理结果"\t（一）予以公开\t0\n\t（七）总计\t0')))).toEqual([
      [
        ['三、本 年度办 理结果', '（一）予以公开', '0'],
        ['', '（七）总计', '0'],
      ],
    ]);
  });

  test('a Markdown table begins at the row before its separator; the separator is no row', () => {
    const text = [
      '## 表三：收到和处理',
      '| 业 | **构** |  |',
      '|---|:-:|---|',
      '| 一、本年新收 | 32 | |',
      '| 0 | 0 |',
      '|---|---|',
      '| 行政强制 | - |',
      '| - | - |',
      '（二）部分公开',
    ].join('\n');
    expect(blocksOf(readText(utf8(text)))).toEqual([
      '表三：收到和处理',
      [
        ['业', '构', ''],
        ['一、本年新收', '32', ''],
      ],
      [
        ['0', '0'],
        ['行政强制', '-'],
        ['-', '-'],
      ],
      '（二）部分公开',
    ]);
  });

  test('rows between pipes keep surplus empty cells; frames of box drawing are pipes', () => {
    const text =
      '行政许可 | 0 | ||\n行政处罚 | 12 | ||\n\n┌──┬──┐\n│规章│ 0│\n├──┼──┤\n│    │12│\n└──┴──┘\n\n首页 | 政务公开';
    expect(blocksOf(readText(utf8(text)))).toEqual([
      [
        ['行政许可', '0', '', ''],
        ['行政处罚', '12', '', ''],
      ],
      [
        ['规章', '0'],
        ['', '12'],
      ],
      '首页 | 政务公开',
    ]);
  });

  test('one cell per line: a pipe alone begins a row, after an empty line it is an empty cell', () => {
    const text =
      '二、主动公开\n|\n第二十条 第(一)项 |\n|||\n|\n信息内容 |\n本年新\n制作数量 |\n|\n规章 |\n\n|\n0 |\n三、收到和处理\n|\n自然人 |';
    expect(blocksOf(readText(utf8(text))).slice(0, 3)).toEqual([
      '二、主动公开',
      [
        ['第二十条 第(一)项', '', '', ''],
        ['信息内容', '本年新\n制作数量'],
        ['规章', '', '0'],
      ],
      '三、收到和处理',
    ]);
    expect(gridsOf(readText(utf8('规章 |\n0 |\n |\n行政处罚 |\n7 |\n')))).toEqual([
      [['规章'], ['0'], [''], ['行政处罚'], ['7']],
    ]);
  });
});

test('the head of an archived page tells whose it is', () => {
  const head = [
    '标题: 某市某局 2024年度报告',
    '发布时间: 2025-01-23 15:52',
    '发布机构: 某片区',
    '栏目: 政府信息公开年报',
    '原文链接: https://www.example.gov.cn/zwgk/t20250123_1.htm',
    '索引号：11330782002609266A/2021-00012 网站标识码：3418020037',
  ];
  expect(readText(utf8(head.join('\n'))).surroundings).toEqual({
    title: '某市某局 2024年度报告',
    issuers: ['某片区'],
    breadcrumbs: ['政府信息公开年报'],
    publishedOn: '2025-01-23',
    url: 'https://www.example.gov.cn/zwgk/t20250123_1.htm',
    siteCodes: ['3418020037', '11330782002609266A'],
  });
});

test('a text of many lines takes no longer than its length', () => {
  for (const line of ['\t', '\ta', '|', 'a |', '| a | b |', '"', '\t"a', '\n', '![', '**', '| a']) {
    expect(() => readText(utf8(`${line}\n`.repeat(50_000)))).not.toThrow();
  }
});
