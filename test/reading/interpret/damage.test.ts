/**
 * A document cut, shuffled or damaged outside its numbers never yields a figure that differs from the original's
 * without a finding that the whole document does not have, or an error.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BadInput } from '../../../src/report/bad-input.js';
import { checkReport } from '../../../src/report/check-report.js';
import type { Finding } from '../../../src/report/finding.js';
import { interpret, type Interpreted } from '../../../src/reading/interpret/interpret.js';
import { htmlDocument } from '../../../src/reading/html.js';
import { textDocument } from '../../../src/reading/text.js';
import { cells, type Figures } from '../../../src/template/figures.js';
import { editions } from '../../../src/template/form.js';
import { anyFigures, balanced, fullFigures } from '../layouts/any-figures.js';
import { layouts, type Layout } from '../layouts/layouts.js';

type Damage = (text: string, at: () => number) => string;

/** at() is a number from 0 up to 1, another each time. */
const damages: Record<string, Damage> = {
  'cut at its end': (text, at) => text.slice(0, Math.floor(at() * text.length)),
  'cut at its beginning': (text, at) => text.slice(Math.floor(at() * text.length)),
  'without some lines': (text, at) => {
    const lines = text.split('\n');
    lines.splice(Math.floor(at() * lines.length), 1 + Math.floor(at() * 5));
    return lines.join('\n');
  },
  'with lines exchanged': (text, at) => {
    const lines = text.split('\n');
    for (let times = 0; times < 4; times++) {
      const one = Math.floor(at() * lines.length);
      const other = Math.floor(at() * lines.length);
      [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
    }
    return lines.join('\n');
  },
  'with wrong characters': (text, at) => {
    const characters = [...text];
    for (let times = 0; times < 12; times++) {
      const place = Math.floor(at() * characters.length);
      if (/\p{Script=Han}/u.test(characters[place] ?? '')) characters[place] = '某';
    }
    return characters.join('');
  },
  'with characters lost': (text, at) => {
    const characters = [...text];
    for (let times = 0; times < 12; times++) {
      const place = Math.floor(at() * characters.length);
      if (/\p{Script=Han}/u.test(characters[place] ?? '')) characters.splice(place, 1);
    }
    return characters.join('');
  },
  'without some spans': (text, at) => text.replace(/ (?:col|row)span="\d+"/g, (span) => (at() < 0.05 ? '' : span)),
  'without some cells': (text, at) =>
    text.replace(/<td[^>]*>[^<]*<\/td>/g, (cell) => (!/\d<\/td>/.test(cell) && at() < 0.03 ? '' : cell)),
};

const read = ({ format }: Layout, text: string): Interpreted =>
  interpret(format === 'html' ? htmlDocument(text) : textDocument(text));

/** All findings of the document, those of the arithmetic among them. */
function findingsOf({ edition, figures, cells: texts, chapters, findings }: Interpreted): Finding[] {
  const report = {
    agency: '某局',
    division: '000000',
    year: edition === 'FORM_2019' ? 2020 : 2023,
    scope: 'OWN' as const,
    title: '',
    publishedOn: null,
    synthetic: true,
  };
  const source = { name: '', mediaType: '', bytes: 0, sha256: '', url: null };
  return checkReport({ ...report, edition, figures, cells: texts, chapters, reading: findings, source });
}
const keyOf = ({ rule, cells: concerned }: Finding): string => `${rule} ${concerned.join()}`;

/** Layouts whose signs may stand alone in a line can lose a number's own parts; these here keep them in a cell. */
const damaged = layouts.filter(({ name, holds }) => holds !== 'digits' && !/thousands|paragraphs and spans/.test(name));

describe.each(editions)('%s', (edition) => {
  test.each(Object.entries(damages))('%s', (_, damage) => {
    const held = (layout: Layout): fc.Arbitrary<Figures> =>
      (layout.holds === 'filled' ? fullFigures : anyFigures)(edition).map(balanced);
    const document = fc
      .constantFrom(...damaged)
      .chain((layout) => held(layout).map((figures) => ({ layout, figures })));
    fc.assert(
      fc.property(
        document,
        fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
        ({ layout, figures }, stream) => {
          const whole = layout.write(figures, edition);
          const broken = damage(whole, () => Number(stream.next().value));
          let found: Interpreted;
          try {
            found = read(layout, broken);
          } catch (error) {
            expect(error).toBeInstanceOf(BadInput);
            return;
          }
          const wrong = cells.filter((cell) => {
            const number = cell.in(found.figures);
            return number !== null && number !== cell.in(figures);
          });
          if (wrong.length === 0) return;
          const before = new Set(findingsOf(read(layout, whole)).map(keyOf));
          const more = findingsOf(found).filter((finding) => !before.has(keyOf(finding)));
          if (more.length === 0)
            throw new Error(`${layout.name}: ${wrong.map(({ path }) => path).join(', ')} without a finding`);
        },
      ),
      { numRuns: 40 },
    );
  });
});
