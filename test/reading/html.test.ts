import { describe, expect, jest, test } from '@jest/globals';
import { BadInput } from '../../src/report/bad-input.js';
import { readHtml } from '../../src/reading/html.js';
import { blocksOf, gridsOf, utf8 } from './source-text.js';

/** The machine may be busy; what is slow here is slow by its amount. */
jest.setTimeout(60_000);

const read = (html: string) => readHtml(utf8(html));

/** Seven rows of four cells: enough to be a report's table. */
const figures = [['信息内容', '本年制发件数', '本年废止件数', '现行有效件数']].concat(
  Array.from({ length: 6 }, (_, at) => [`第${at}行`, `${at}`, '', '12']),
);
const table = `<table>${figures.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

describe('where cells stand', () => {
  test.each<[string, string, string[][]]>([
    [
      'colspan and rowspan',
      '<tr><td rowspan=2>三、<td colspan="2">（一）<td>3</tr><tr><td>1.属于<td>2.其他<td>4</tr>',
      [
        ['三、@2×1', '（一）@1×2', '3'],
        ['1:1.属于', '2.其他', '4'],
      ],
    ],
    [
      'a rowspan that reaches beyond the table, a colspan of 0, of 2.0 and of none',
      '<tr><td rowspan=1000>甲<td colspan=0>乙<td colspan="2.0">丙<td colspan=x>丁</tr><tr><td>戊</tr>',
      [['甲@2×1', '乙', '丙@1×2', '丁'], ['1:戊']],
    ],
    [
      'a colspan that only says "the rest"',
      '<tr><td colspan=100000>第二十条第（一）项</tr><tr><td>规章<td>0</tr>',
      [['第二十条第（一）项@1×2'], ['规章', '0']],
    ],
    [
      'a colspan over a cell that reaches down',
      '<tr><td>甲<td rowspan=2>乙<td>丙</tr><tr><td colspan=3>丁<td>戊</tr>',
      [
        ['甲', '乙@2×1', '丙'],
        ['丁', '3:戊'],
      ],
    ],
    [
      'a rowspan of 0: to the end of its section, and no further',
      '<tbody><tr><td rowspan=0>甲<td>1</tr><tr><td>2</tr></tbody><tbody><tr><td>乙<td>3</tr></tbody>',
      [['甲@2×1', '1'], ['1:2'], ['乙', '3']],
    ],
    [
      'sections in any order',
      '<tfoot><tr><td>计<td>1</tfoot><tbody><tr><td>规章<td>0</tbody><thead><tr><th>内容<th>件数</thead>',
      [
        ['内容', '件数'],
        ['规章', '0'],
        ['计', '1'],
      ],
    ],
    ['a row that is hidden', '<tr><td>甲<td>1</tr><tr style="display:none"><td>乙<td>2</tr>', [['甲', '1']]],
  ])('%s', (_, rows, expected) => expect(gridsOf(read(`<table>${rows}</table>`))).toEqual([expected]));
});

test.each<[string, string]>([
  ['<p>商业</p>\n<p>企业</p>', '商业\n企业'],
  ['本年新<br />\n制作数量', '本年新\n制作数量'],
  ['<span>三</span><b>、</b><font>本</font><span>年</span>', '三、本年'],
  ['&nbsp;', ''],
  ['&nbsp;&nbsp;12 &nbsp;', '12'],
  ['<p>\u200b</p>', ''],
  ['&#20854;&#20182;&lt;3', '其他<3'],
  ['社会\n      公益组织', '社会公益组织'],
  ['1,234 <!-- 5 --><script>6</script>', '1,234'],
])('a cell %j holds %j', (html, text) => {
  expect(gridsOf(read(`<table><tr><td>${html}</td><td>x</td></tr></table>`))).toEqual([[[text, 'x']]]);
});

describe('tables that only arrange the page', () => {
  test('are read as the page runs; a table of figures within is a grid', () => {
    const page = `<table><tr><td><a href=a>首页</a></td><td><p>二、主动公开</p>${table}<p>三、收到</p></td></tr></table>`;
    expect(blocksOf(read(page))).toEqual(['首页', '二、主动公开', figures, '三、收到']);
  });

  test('a table with one cell a row is no grid', () => {
    expect(
      blocksOf(read('<table><tr><td>某局年度报告</td></tr><tr><td>一、总体情况<br><br>好</td></tr></table>')),
    ).toEqual(['某局年度报告', '一、总体情况', '好']);
  });

  test('a table of figures stays one where a cell holds a table too', () => {
    const within = table.replace(
      '<td>12</td></tr></table>',
      '<td><table><tr><td>12</td><td>件</td></tr></table></td></tr></table>',
    );
    expect(gridsOf(read(within))).toEqual([[...figures.slice(0, -1), ['第5行', '5', '', '12\n件']]]);
  });
});

describe('what of a page is read', () => {
  test('neither scripts nor navigation nor its foot, but what it says of the report', () => {
    const page = `<html><head><title>某局年度报告-某市人民政府</title>
      <meta name="ArticleTitle" content="某局2023年度报告"><meta name="PubDate" content="2024-01-17 09:00">
      <meta name="ContentSource" content="某局"><meta name="SiteName" content="某市人民政府"><meta name="ColumnName" content="年报">
      <meta name="SiteIDCode" content="3213220037"><link rel="canonical" href="https://www.example.gov.cn/a.html"></head>
      <body><script>var a = "<p>1</p>"</script><ul class="nav"><li><a>首页</a></li><li><a>政务公开</a></li></ul>
      <div class="position">当前位置：<a>首页</a> &gt; <a>政务公开</a> &gt; <a>年报</a></div>
      <table><tr><td>索引号：</td><td>11330782002609266A/2024-1</td><td>成文日期</td><td>2024年1月16日</td></tr></table>
      <p>发布日期：2024-01-18 来源：某局办公室 浏览次数：9</p>${table}
      <p>六、其他需要报告的事项</p><p>无。</p><p>【打印本页】【关闭窗口】</p>
      <div class="footer"><p>版权所有</p><p>网站标识码：3418020037</p></div></body></html>`;
    const source = read(page);
    expect(blocksOf(source)).toEqual([
      [['索引号：', '11330782002609266A/2024-1', '成文日期', '2024年1月16日']],
      '发布日期：2024-01-18 来源：某局办公室 浏览次数：9',
      figures,
      '六、其他需要报告的事项',
      '无。',
    ]);
    expect(source.surroundings).toEqual({
      title: '某局2023年度报告',
      issuers: ['某局', '某局办公室'],
      breadcrumbs: ['某市人民政府', '首页', '政务公开', '年报'],
      publishedOn: '2024-01-17 09:00',
      url: 'https://www.example.gov.cn/a.html',
      siteCodes: ['3213220037', '3418020037', '11330782002609266A'],
    });
  });

  test.each<[string, string]>([
    ['hidden until a script shows it', `<div style="display: none"><p>二、主动公开</p>${table}</div>`],
    [
      'written by a script',
      `<p>加载中</p><script>document.write(${JSON.stringify(`<p>二、主动公开</p>${table}`)})</script>`,
    ],
    ['in pieces', `<script>var s = '<p>二、主动公开<\\/p>' +\n '${table.replaceAll('/', '\\/')}';</script>`],
    ['a script alone', `var content = ${JSON.stringify(`<p>二、主动公开</p>${table}`).replaceAll('<', '\\u003c')};`],
    [
      'the value of a field',
      `<textarea style="display:none">&lt;p&gt;二、主动公开&lt;/p&gt;${table.replaceAll('<', '&lt;')}</textarea>`,
    ],
    ['marked up as text', `<pre>${`<p>二、主动公开</p>${table}`.replaceAll('<', '&lt;')}</pre>`],
  ])('a report that is %s is read', (_, page) => expect(blocksOf(read(page))).toEqual(['二、主动公开', figures]));

  test('a text in which tables alone are marked up keeps its lines', () => {
    expect(blocksOf(read(`二、主动公开\n第二十条\n${table}\n三、收到\n| 规章 | 0 |\n| 其他 | 1 |`))).toEqual([
      '二、主动公开',
      '第二十条',
      figures,
      '三、收到',
      [
        ['规章', '0'],
        ['其他', '1'],
      ],
    ]);
  });

  test('preformatted text is read as a text file is', () => {
    expect(blocksOf(read('<p>一</p><pre>规章\t0\t1\n其他\t2\t3</pre>'))).toEqual([
      '一',
      [
        ['规章', '0', '1'],
        ['其他', '2', '3'],
      ],
    ]);
  });
});

test('the encoding is the one in which the bytes are valid, whatever the page declares', () => {
  const page = (charset: string) => `<meta http-equiv="Content-Type" content="text/html; charset=${charset}"><p>`;
  const gbk = Uint8Array.from([...utf8(page('gb2312')), 0xd2, 0xbb, 0xa1, 0xa2, 0xd7, 0xdc]);
  expect(blocksOf(readHtml(gbk))).toEqual(['一、总']);
  const misdeclared = Uint8Array.from([...utf8(page('iso-8859-1')), 0xd2, 0xbb, 0xa1, 0xa2, 0xd7, 0xdc]);
  expect(blocksOf(readHtml(misdeclared))).toEqual(['一、总']);
  expect(blocksOf(read(`${page('gb2312')}一、总`))).toEqual(['一、总']);
  const big5 = Uint8Array.from([...utf8(page('big5')), 0xa4, 0x40, 0xa1, 0x42]);
  expect(blocksOf(readHtml(big5))).toEqual(['一、']);
});

test.each<[string, string]>([
  ['elements nested 10,000 deep', '<div>'.repeat(10_000)],
  ['tables nested 1,500 deep', '<table><tr><td>a<td>b'.repeat(1_500)],
  ['unclosed inline elements before many paragraphs', '<b><i><u>'.repeat(500) + '<p>a'.repeat(2_000)],
  ['a million tags', '<p>'.repeat(1_000_000)],
  ['scripts that never end', '<script>'.repeat(100_000)],
  ['quotes that never end', `<script>${'"'.repeat(99_999)}<table>`],
  ['cells that reach everywhere', `<table>${'<tr><td rowspan=65534 colspan=1000>a'.repeat(2_000)}`],
])('%s: read, or bad input', (_, html) => {
  try {
    read(html);
  } catch (error) {
    expect(error).toBeInstanceOf(BadInput);
  }
});

test('cells made of styles are apart, and what stands in the fields of a form is read', () => {
  const row = (...cells: string[]) =>
    `<div style="display: table-row">${cells.map((cell) => `<span style="display:table-cell">${cell}</span>`).join('')}</div>`;
  expect(
    blocksOf(read(`${row('规章', '1', '2', '34')}<p>其中<span style="display:inline-block">5</span>件</p>`)),
  ).toEqual(['规章', '1', '2', '34', '其中5件']);
  const form = '<input type="hidden" value="9"><input value="7"><input type="checkbox" value="8">';
  expect(
    gridsOf(read(`<input value="站内搜索">${table.replace('<td>第1行</td>', `<td>第1行${form}</td>`)}`))[0]?.[2],
  ).toEqual(['第1行7', '1', '', '12']);
});
