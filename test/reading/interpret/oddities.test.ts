/** Single oddities of real reports, each with what it must be read as. The figures and texts are made up. */
import { describe, expect, test } from '@jest/globals';
import { BadInput } from '../../../src/report/bad-input.js';
import { interpret, type Interpreted } from '../../../src/reading/interpret/interpret.js';
import { textDocument } from '../../../src/reading/text.js';
import { cellAt, type CellPath } from '../../../src/template/figures.js';

const read = (text: string): Interpreted => interpret(textDocument(text));
const of = ({ figures }: Interpreted, path: CellPath): number | null => cellAt(path).in(figures);
const rules = ({ findings }: Interpreted, path: string): string[] =>
  findings
    .filter(({ cells }) => cells.some((cell) => cell.startsWith(path)))
    .map(({ rule, severity }) => `${rule} ${severity}`);
const applicants = (found: Interpreted, row: string): (number | null)[] =>
  [
    'naturalPerson',
    'business',
    'researchInstitution',
    'publicWelfareOrganization',
    'legalServiceAgency',
    'other',
    'total',
  ].map((key) => of(found, `applications.${row}.${key}` as CellPath));
function reasonOf(text: string): string {
  try {
    read(text);
    return 'none';
  } catch (error) {
    return error instanceof BadInput ? error.reason : String(error);
  }
}

const tableTwo = `二、主动公开政府信息情况
第二十条第（一）项
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | 0 | 0 | 0
行政规范性文件 | 4 | 1 | 32
第二十条第（五）项
信息内容 | 本年处理决定数量
行政许可 | 57 | |
第二十条第（六）项
信息内容 | 本年处理决定数量
行政处罚 | 3 | |
行政强制 | 0 | |
第二十条第（八）项
信息内容 | 本年收费金额（单位：万元）
行政事业性收费 | 1.5 | |`;
const table2019 = (more = ''): string => `二、主动公开政府信息情况
第二十条第（一）项
信息内容 | 本年新 | 本年新 | 对外公开总数量
规章 | 0 | 0 | 0
规范性文件 | 2 | 3 | 9
第二十条第（五）项
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
行政许可 | 20 | -8 | 115
${more}`;
const tableThree = (rows: string): string => `三、收到和处理政府信息公开申请情况
 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计
${rows}`;

describe('rows and columns', () => {
  test('surplus empty cells at the end mean nothing (L5)', () => {
    const found = read(
      `${tableTwo}\n${tableThree('一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||')}`,
    );
    expect(of(found, 'disclosure.licensing.decisions')).toBe(57);
    expect(of(found, 'disclosure.fees.amount')).toBe(1_500_000);
    expect(applicants(found, 'received')).toEqual([1, 0, 0, 0, 0, 0, 1]);
  });
  test('a change in words, with two signs, and headings cut alike, a cell a line', () => {
    const found = read(
      '二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\n本年新\n本年新\n对外公开总数量\n规章\n0\n0\n0\n规范性文件\n2\n3\n9\n' +
        '第二十条第（五）项\n信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n行政许可\n18\n增52\n70\n' +
        '第二十条第（六）项\n信息内容\n上一年项目数量\n本年增/减\n处理决定数量\n行政处罚\n21\n--21\n5',
    );
    expect(of(found, 'disclosure.normativeDocuments.newlyDisclosed')).toBe(3);
    expect(of(found, 'disclosure.licensing.change')).toBe(52);
    expect(of(found, 'disclosure.licensing.decisions')).toBe(70);
    expect(of(found, 'disclosure.penalties.itemsLastYear')).toBe(21);
    expect(of(found, 'disclosure.penalties.change')).toBeNull();
    expect(rules(found, 'disclosure.penalties.change')).toEqual(['cell-not-a-plain-number ERROR']);
    expect(of(found, 'disclosure.penalties.decisions')).toBe(5);
  });
  test('six numbers and the pipes of merged cells are not seven cells', () => {
    const row = ['1 |', '0 |', '0 |', '0 |', '0 |', '1 |', '||'].join('\n');
    const found = read(
      `${tableTwo}\n三、收到和处理政府信息公开申请情况\n申请人情况 |\n自然人 |\n总计 |\n一、本年新收政府信息公开申请数量 |\n${row}\n二、上年结转政府信息公开申请数量 |`,
    );
    expect(applicants(found, 'received')).toEqual(Array(7).fill(null));
    expect(rules(found, 'applications.received')).toEqual(['incomplete-row ERROR']);
  });
  test('two numbers for seven columns are not assigned (L2, L6)', () => {
    const found = read(
      `${tableTwo}\n三、收到和处理政府信息公开申请情况\n申请人情况\n一、本年新收政府信息公开申请数量\n3\n3\n二、上年结转政府信息公开申请数量\n四、结转下年度继续办理`,
    );
    expect(applicants(found, 'received')).toEqual(Array(7).fill(null));
    expect(rules(found, 'applications.received')).toEqual(['incomplete-row ERROR']);
    expect(applicants(found, 'carriedOverFromLastYear')).toEqual(Array(7).fill(null));
    expect(rules(found, 'applications.carriedOverFromLastYear')).toEqual([]);
  });
  test('two numbers for three columns are not assigned', () => {
    const found = read(tableTwo.replace('行政规范性文件 | 4 | 1 | 32', '行政规范性文件 | 34 | 189'));
    expect(of(found, 'disclosure.normativeDocuments.issued')).toBeNull();
    expect(rules(found, 'disclosure.normativeDocuments')).toEqual(['incomplete-row ERROR']);
  });
  test('headings cut alike are told by their order (L11)', () => {
    const found = read(table2019());
    expect(found.edition).toBe('FORM_2019');
    expect(of(found, 'disclosure.normativeDocuments.newlyMade')).toBe(2);
    expect(of(found, 'disclosure.normativeDocuments.newlyDisclosed')).toBe(3);
    expect(of(found, 'disclosure.normativeDocuments.totalDisclosed')).toBe(9);
  });
  test('a row that the form does not have is left out (L20)', () => {
    const found = read(tableTwo.replace('第二十条第（五）项', '其他主动公开文件 | 1 | 1 | 1\n第二十条第（五）项'));
    expect(found.findings.map(({ rule }) => rule)).toContain('unknown-row');
    expect(of(found, 'disclosure.normativeDocuments.issued')).toBe(4);
    expect(of(found, 'disclosure.licensing.decisions')).toBe(57);
  });
  test('a row without a label between two known rows is theirs that is missing there', () => {
    const found = read(
      `${tableTwo}\n${tableThree(`1.信访举报投诉类申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1
 | 2 | 0 | 0 | 0 | 0 | 0 | 2
3.要求提供公开出版物 | 3 | 0 | 0 | 0 | 0 | 0 | 3`)}`,
    );
    expect(applicants(found, 'results.notProcessed.repeated')).toEqual([2, 0, 0, 0, 0, 0, 2]);
    expect(rules(found, 'applications.results.notProcessed.repeated')).toEqual(['unlabelled-row WARNING']);
  });
  test('two rows without labels where one is missing are not placed', () => {
    const found = read(
      `${tableTwo}\n${tableThree(`1.信访举报投诉类申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1
 | 2 | 0 | 0 | 0 | 0 | 0 | 2
 | 7 | 0 | 0 | 0 | 0 | 0 | 7
3.要求提供公开出版物 | 3 | 0 | 0 | 0 | 0 | 0 | 3`)}`,
    );
    expect(applicants(found, 'results.notProcessed.repeated')).toEqual(Array(7).fill(null));
    expect(found.findings.filter(({ rule }) => rule === 'unknown-row')).toHaveLength(2);
  });
  test('one row twice with different numbers is neither of them', () => {
    const found = read(tableTwo.replace('规章 | 0 | 0 | 0', '规章 | 0 | 0 | 0\n规章 | 0 | 0 | 5'));
    expect(of(found, 'disclosure.regulations.inForce')).toBeNull();
    expect(of(found, 'disclosure.regulations.issued')).toBe(0);
    expect(rules(found, 'disclosure.regulations')).toEqual(['incomplete-row ERROR']);
  });
  test('a label of another row is never taken for a misspelling', () => {
    const found = read(
      `${tableTwo}\n${tableThree('反复申请 | 9 | 0 | 0 | 0 | 0 | 0 | 9\n不与公开 | 9 | 0 | 0 | 0 | 0 | 0 | 9')}`,
    );
    expect(applicants(found, 'results.notProcessed.repeated')).toEqual(Array(7).fill(null));
    expect(applicants(found, 'results.disclosed')).toEqual(Array(7).fill(null));
  });
  test('a number broken in pieces is joined where one way alone adds up (L15)', () => {
    const found = read(
      `${tableTwo}\n${tableThree('一、本年新收政府信息公开申请数量 | 1 2 | 59 | 36 | 0 | 0 | 0 | 0 | 1295')}`,
    );
    expect(rules(found, 'applications.received')).not.toEqual([]);
    const text = read(
      `${tableTwo}\n三、收到和处理政府信息公开申请情况\n申请人情况\n一、本年新收政府信息公开申请数量 12 59 36 0 0 0 0 12 95`,
    );
    expect(applicants(text, 'received')).toEqual([1259, 36, 0, 0, 0, 0, 1295]);
    expect(rules(text, 'applications.received')).toEqual(['cell-not-a-plain-number WARNING']);
  });
  test('page numbers between rows are no numbers of theirs', () => {
    const found = read(
      `${tableTwo}\n三、收到和处理政府信息公开申请情况\n申请人情况\n一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n— 5 —\n二、上年结转政府信息公开申请数量 2 0 0 0 0 0\n-6-\n2`,
    );
    expect(applicants(found, 'received')).toEqual([1, 0, 0, 0, 0, 0, 1]);
    expect(applicants(found, 'carriedOverFromLastYear')).toEqual([2, 0, 0, 0, 0, 0, 2]);
  });
});

describe('numbers grown together', () => {
  const glued = (row: string): Interpreted =>
    read(
      `${tableTwo}\n三、收到和处理政府信息公开申请情况（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）申请人情况自然人法人或其他组织总计商业企业科研机构社会公益组织法律服务机构其他${row}`,
    );
  test.each<[string, (number | null)[]]>([
    ['690000069', [69, 0, 0, 0, 0, 0, 69]],
    ['142000016', [14, 2, 0, 0, 0, 0, 16]],
    ['160 02 0 018', [16, 0, 0, 2, 0, 0, 18]],
    ['10 0 0 0 01', [1, 0, 0, 0, 0, 0, 1]],
    ['8100008', [8, 1, 0, 0, 0, 0, 8]],
  ])('一、本年新收…%s', (run, expected) => {
    const found = glued(`一、本年新收政府信息公开申请数量${run}二、上年结转政府信息公开申请数量0000000`);
    expect(applicants(found, 'received')).toEqual(expected);
    expect(rules(found, 'applications.received')).toEqual(['cell-not-a-plain-number WARNING']);
    expect(applicants(found, 'carriedOverFromLastYear')).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
  test('what no cut makes add up is left empty, but for what every cut has in common', () => {
    const found = glued('一、本年新收政府信息公开申请数量120000000二、上年结转政府信息公开申请数量0000000');
    expect(of(found, 'applications.received.naturalPerson')).toBeNull();
    expect(rules(found, 'applications.received')).toContain('incomplete-row ERROR');
  });
  test("the next label's own number is not the row's", () => {
    const found = glued('1.属于国家秘密00000002.其他法律行政法规禁止公开30000033.危及“三安全一稳定”0000000');
    expect(applicants(found, 'results.notDisclosed.stateSecret')).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(applicants(found, 'results.notDisclosed.prohibitedByLaw')).toEqual([3, 0, 0, 0, 0, 0, 3]);
  });
  test('a signed change is a border', () => {
    const found = read(
      '二、主动公开政府信息情况第二十条第（一）项信息内容本年新制作数量本年新公开数量对外公开总数量规章000规范性文件2433第二十条第（五）项信息内容上一年项目数量本年增/减处理决定数量行政许可88-720第二十条第（八）项信息内容上一年项目数量本年增/减行政事业性收费15-15三、收到和处理政府信息公开申请情况',
    );
    expect(of(found, 'disclosure.licensing.itemsLastYear')).toBe(88);
    expect(of(found, 'disclosure.licensing.change')).toBeNull();
    expect([of(found, 'disclosure.fees.itemsLastYear'), of(found, 'disclosure.fees.change')]).toEqual([15, -15]);
    expect(of(found, 'disclosure.normativeDocuments.newlyMade')).toBeNull();
    expect(rules(found, 'disclosure.normativeDocuments')).toEqual(['incomplete-row ERROR']);
  });
});

describe('units', () => {
  const procurement = (head: string, label: string, value: string): Interpreted =>
    read(table2019(`第二十条第（九）项\n信息内容 | 采购项目数量 | ${head}\n${label} | 17 | ${value}`));
  test.each<[string, string, string, number | null, string[]]>([
    ['采购总金额', '政府集中采购', '251000元', 25_100_000, ['cell-not-a-plain-number NOTE']],
    ['采购总金额(元)', '政府集中采购', '9800', 980_000, ['cell-not-a-plain-number NOTE']],
    ['采购总金额', '政府集中采购（元）', '675809', 67_580_900, ['cell-not-a-plain-number NOTE']],
    ['采购总金额（万元）', '政府集中采购', '25.1', 25_100_000, ['cell-not-a-plain-number NOTE']],
    ['采购总金额', '政府集中采购', '9800', null, ['amount-without-unit WARNING']],
    ['采购总金额', '政府集中采购', '0', 0, []],
  ])('%s, %s: %s', (head, label, value, fen, expected) => {
    const found = procurement(head, label, value);
    expect(of(found, 'disclosure.procurement.items')).toBe(17);
    expect(of(found, 'disclosure.procurement.amount')).toBe(fen);
    expect(rules(found, 'disclosure.procurement.amount')).toEqual(expected);
  });
});

describe('the edition', () => {
  test('is that of most headings; figures keep their own names (E2)', () => {
    const found = read(
      tableTwo.replace(
        '本年制发件数 | 本年废止件数 | 现行有效件数',
        '本年新制作数量 | 本年新公开数量 | 对外公开总数量',
      ) +
        '\n' +
        tableThree(
          '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0\n2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0',
        ),
    );
    expect(found.edition).toBe('FORM_2021');
    expect(of(found, 'disclosure.normativeDocuments.newlyMade')).toBe(4);
    expect(of(found, 'disclosure.normativeDocuments.issued')).toBeNull();
  });
  test('keeps the undivided row of the other edition (E7)', () => {
    const found = read(
      `${tableTwo}\n${tableThree('（六）其他处理 | 6 | 0 | 0 | 0 | 0 | 0 | 6\n（七）总计 | 6 | 0 | 0 | 0 | 0 | 0 | 6')}`,
    );
    expect(found.edition).toBe('FORM_2021');
    expect(applicants(found, 'results.otherHandling.undivided')).toEqual([6, 0, 0, 0, 0, 0, 6]);
    expect(applicants(found, 'results.otherHandling.other')).toEqual(Array(7).fill(null));
  });
  test('is not guessed where nothing tells it', () => {
    expect(reasonOf(tableThree('一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1'))).toBe(
      'AMBIGUOUS_EDITION',
    );
  });
});

describe('table four', () => {
  const heads = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计';
  const four = (rest: string): Interpreted => read(`${tableTwo}\n四、政府信息公开行政复议、行政诉讼情况\n${rest}`);
  test('as vertical headings and fifteen numbers on a line (L13)', () => {
    const found = four(
      '行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n结 结 其 尚\n果 果 他 未\n维 纠 结 审\n持 正 果 结\n1 2 3 4 10 0 0 0 0 0 5 0 0 0 5',
    );
    expect(of(found, 'reviews.total')).toBe(10);
    expect(of(found, 'lawsuits.afterReview.upheld')).toBe(5);
  });
  test('as three tables of five (L26)', () => {
    const found = four(
      `行政复议\n${heads}\n1 | 0 | 0 | 0 | 1\n\n行政诉讼（未经复议直接起诉）\n${heads}\n2 | 0 | 0 | 0 | 2\n\n行政诉讼（复议后起诉）\n${heads}\n3 | 0 | 0 | 0 | 3`,
    );
    expect([
      of(found, 'reviews.upheld'),
      of(found, 'lawsuits.direct.upheld'),
      of(found, 'lawsuits.afterReview.upheld'),
    ]).toEqual([1, 2, 3]);
  });
  test('fourteen numbers are not fifteen', () => {
    const found = four(
      '行政复议 行政诉讼\n结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉\n结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n1 2 3 4 10 0 0 0 0 0 5 0 0 5',
    );
    expect(of(found, 'reviews.upheld')).toBeNull();
    expect(rules(found, 'reviews')).toEqual(['incomplete-row ERROR']);
  });
});

describe('what is no report', () => {
  test.each([
    [
      'chapters without tables',
      'NO_TABLES',
      '某局2022年政府信息公开工作年度报告\n一、总体情况\n共收到申请8份，予以公开2件。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n行政复议0件。其中结果维持0件。',
    ],
    [
      'a report on an earlier form',
      'OTHER_FORM',
      '某局2016年政府信息公开年度报告\n一、概述\n主动公开政府信息数 120 条\n收到申请数 3\n申请办结数 3',
    ],
    ['something else', 'NOT_A_REPORT', '关于召开工作会议的通知\n请各单位于1月5日前报送名单。'],
    [
      'pronunciations between the characters',
      'UNTRUSTED_COPY',
      `某局2021年政府信息公开工作年度报告\n公(gōng)開(kāi)辦(bàn)函，條(tiáo)例，關(guān)于\n${tableTwo}`,
    ],
    [
      'a betting site in the place of a word',
      'UNTRUSTED_COPY',
      `某市2022年政府信息公开工作年度报告\n按照欧洲五大联赛：印发格式的通知要求编制。\n${tableTwo}`,
    ],
    [
      'lost characters',
      'DAMAGED_FILE',
      '\ufffd\ufffd局2021年\ufffd\ufffd信息\ufffd\ufffd年度报告\n一、\ufffd\ufffd情况',
    ],
  ])('%s: %s', (_, reason, text) => expect(reasonOf(text)).toBe(reason));
});

test('prose is no row', () => {
  const found = read(
    `一、总体情况\n全年办理行政许可99件，行政处罚88件，予以公开77件。\n${tableTwo}\n办理行政许可66件；行政处罚 55 件。\n${tableThree('（一）予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2')}\n五、存在的主要问题及改进情况\n予以公开 44\n规章 33 22 11`,
  );
  expect(of(found, 'disclosure.licensing.decisions')).toBe(57);
  expect(of(found, 'disclosure.penalties.decisions')).toBe(3);
  expect(of(found, 'disclosure.regulations.issued')).toBe(0);
  expect(applicants(found, 'results.disclosed')).toEqual([2, 0, 0, 0, 0, 0, 2]);
});

test('cells say what stands there, and where', () => {
  const { cells } = read(tableTwo.replace('规章 | 0 |', '规章 | / |'));
  expect(cells['disclosure.regulations.issued']).toEqual({
    status: 'NOT_APPLICABLE',
    raw: '/',
    place: { table: 1, row: 2, column: 2 },
  });
  expect(cells['disclosure.normativeDocuments.inForce']).toEqual({
    status: 'NUMBER',
    raw: '32',
    place: { table: 1, row: 3, column: 4 },
  });
  expect(cells['applications.received.total']).toBeUndefined();
});
