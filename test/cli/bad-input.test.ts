/** Whatever comes, it has its reason, and what comes with it is stored. */
import { expect, test } from '@jest/globals';
import JSZip from 'jszip';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { quarantineReasons, type QuarantineReason } from '../../src/report/bad-input.js';
import { chapterHeadings } from '../../src/template/chapters.js';
import { documentBytes } from '../reading/documents.js';
import { asHtml, asJson, asText, water, zeros } from './documents.js';
import { gongkai, inFolder } from './terminal.js';

const bytes = (name: string): Buffer => Buffer.from(documentBytes(name));
const half = (content: Buffer): Buffer => content.subarray(0, Math.floor(content.length / 2));
const [word, pdf] = [bytes('word-processor.docx'), bytes('ruled.pdf')];
const title = '金湖县水务局2022年政府信息公开工作年度报告（虚构）';
const report = asText(water);

/** An archive of a good report and one whose packed bytes are broken. */
async function brokenArchive(): Promise<Buffer> {
  const zip = new JSZip();
  zip.file('good.txt', asText({ ...water, agency: '金湖县审计局' }));
  const figures = zeros('FORM_2021');
  figures.reviews.total = 7;
  zip.file('broken.txt', asText(water, figures), { compression: 'DEFLATE' });
  const content = await zip.generateAsync({ type: 'nodebuffer' });
  const start = content.indexOf('broken.txt') + 'broken.txt'.length + 20;
  content.fill(0xff, start, start + 40);
  return content;
}

/** Every character but digits and white space one further in the alphabet of characters. */
const scrambled = (text: string): string =>
  text.replace(/[^\s\d]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 1));

const twice = (text: string): string => {
  const second = text.replace(title.slice(0, 21), '').replace(/\t0(?=\t|\n|$)/gu, '\t1');
  return `${text}\n${second}`;
};

/** Without the headings and rows that one edition alone prints: the rest is that of both. */
const ambiguous = report
  .split('\n')
  .filter((line) => !/件数|处理决定|收费金额|逾期|其他处理|3\.其他/u.test(line))
  .join('\n');

const documents = async (): Promise<Record<string, [QuarantineReason, string | Buffer]>> => ({
  'empty.txt': ['NOT_A_REPORT', ''],
  'letter.txt': ['NOT_A_REPORT', '关于报送材料的通知\n请于本月底前报送。'],
  'form.txt': [
    'NOT_A_REPORT',
    report.replace(/^.*\n/u, '政府信息公开工作年度报告格式\n').replaceAll(/\t0(?=\t|\n|$)/gu, '\t'),
  ],
  'scrambled.txt': ['NOT_A_REPORT', scrambled(report)],
  'old.txt': [
    'OTHER_FORM',
    '金湖县水务局2015年政府信息公开工作年度报告（虚构）\n主动公开政府信息数\t条\t3\n收到申请数\t件\t0\n申请办结数\t件\t0\n',
  ],
  'twice.txt': ['SEVERAL_REPORTS', twice(report)],
  'text.rtf': ['UNSUPPORTED_FORMAT', '{\\rtf1\\ansi report}'],
  'half.docx': ['DAMAGED_FILE', half(word)],
  'half.pdf': ['DAMAGED_FILE', half(pdf)],
  'zeros.txt': ['UNSUPPORTED_FORMAT', Buffer.alloc(1000)],
  'pronounced.txt': ['UNTRUSTED_COPY', report.replaceAll('政府', '政(zheng)府(fu)')],
  'advertised.txt': ['UNTRUSTED_COPY', report.replace(/^/u, '365体育官网')],
  'large.html': ['TOO_LARGE', `${asHtml(water)}${' '.repeat(600_000)}`],
  'large.ndjson:2': [
    'TOO_LARGE',
    `${asJson({ ...water, year: 2023 })}\n${asJson(water, { title: 'x'.repeat(600_000) })}\n`,
  ],
  'locked.pdf': ['ENCRYPTED', bytes('locked.pdf')],
  'prose.txt': ['NO_TABLES', [title, ...chapterHeadings.map(({ heading }) => `${heading}\n虚构的一段。`)].join('\n')],
  'both-forms.txt': ['AMBIGUOUS_EDITION', ambiguous],
  'nobody.txt': ['UNKNOWN_AGENCY', asText({ ...water, agency: '某局' })],
  'nowhere.json': ['UNKNOWN_AGENCY', asJson(water, { division: '999999' })],
  'year.txt': ['UNKNOWN_YEAR', asText({ ...water, year: 20222 })],
  'year.json': ['UNKNOWN_YEAR', asJson(water, { year: 20222 })],
  'scanned.pdf': ['SCANNED_IMAGE', bytes('scanned.pdf')],
  'cut.json': ['INVALID_JSON', asJson(water).slice(0, 400)],
  'negative.json': ['INVALID_JSON', asJson(water, { figures: { reviews: { total: -1 } } })],
  'archive.zip/broken.txt': ['DAMAGED_FILE', await brokenArchive()],
  'half.zip': ['DAMAGED_FILE', half(await brokenArchive())],
});

test('every kind of bad document has its reason, and the good ones between are stored', () =>
  inFolder(async (folder) => {
    const input = join(folder, 'input');
    await mkdir(input);
    const expected = await documents();
    for (const [file, [, content]] of Object.entries(expected)) {
      const [name = ''] = file.split(/[/:]/u);
      await writeFile(join(input, name), content);
    }
    await writeFile(join(input, 'zz-good.txt'), report);
    const given = { database: `sqlite:${join(folder, 'g.sqlite')}` };
    const environment = { DOCUMENT_LIMIT: '500000' };
    const { status, stdout, stderr } = await gongkai(['import', input, '--json'], { ...given, environment });
    const { read, stored, quarantined } = JSON.parse(stdout) as {
      read: number;
      stored: number;
      quarantined: { file: string; reason: QuarantineReason; message: string }[];
    };
    const reasons = Object.fromEntries(quarantined.map(({ file, reason }) => [relative(input, file), reason]));
    expect(reasons).toEqual(Object.fromEntries(Object.entries(expected).map(([file, [reason]]) => [file, reason])));
    // zz-good.txt, the good member of the archive, and the first line of large.ndjson.
    expect({ read, stored }).toEqual({ read: quarantined.length + 3, stored: 3 });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    for (const { message } of quarantined) expect(message).toMatch(/\p{L}{3,}/u);
    // The table of DESIGN, every line of it.
    expect(new Set(Object.values(reasons))).toEqual(new Set(quarantineReasons));
  }));
