/** Every label of the form, read off its description and made comparable, with what it means. */
import { applicantCounts, applicantHeadings } from '../../template/applications.js';
import { chapterHeadings } from '../../template/chapters.js';
import { blockHeading, headingOfRows } from '../../template/disclosure.js';
import { disputeOutcomes } from '../../template/disputes.js';
import { rows, type RowPlace } from '../../template/figures.js';
import { editions, wordings, type Column, type Columns, type Edition, type Group } from '../../template/form.js';
import { flat, isIgnored, squeezed } from './characters.js';
import { editDistance } from './edit-distance.js';

export type ChapterNumber = 2 | 3 | 4;

export type Meaning =
  | { kind: 'row'; place: RowPlace }
  | { kind: 'group'; group: Group }
  | { kind: 'column'; chapter: ChapterNumber; key: string }
  | { kind: 'block'; item: string }
  | { kind: 'chapter'; number: number }
  | { kind: 'heading'; chapter: ChapterNumber; of: 'rows' | 'applicants' | 'organisations' | 'rule' | 'lawsuits' };

/** （三）, 三、, 3., 3、, (3), 第三, and a bare digit before a label. */
const leadingNumber =
  /^(?:第?[一二三四五六七八九十]{1,3}[,.:]|\([一二三四五六七八九十]{1,3}[),]|\(?\d{1,2}[).,:]{1,2}|\d(?=[^\d.,%)件项个]))+/;

export interface Core {
  /** The label without number, explanation, white space and quotes. */
  text: string;
  /** The last number before it, such as 六 or 3; '' without one. */
  number: string;
}

const cores = new Map<string, Core>();
const mostCores = 20_000;

/** What a label is compared by. */
export function coreOf(label: string): Core {
  const known = cores.get(label);
  if (known !== undefined) return known;
  const whole = squeezed(flat(label));
  const lead = leadingNumber.exec(whole)?.[0] ?? '';
  const core = {
    text: withoutExplanation(whole.slice(lead.length)),
    number: /([一二三四五六七八九十\d]{1,3})[^一二三四五六七八九十\d]*$/.exec(lead)?.[1] ?? '',
  };
  if (cores.size >= mostCores) cores.clear();
  cores.set(label, core);
  return core;
}

/** Without bracketed explanations at the end, one cut off in the middle included; a label that is nothing else stays. */
function withoutExplanation(text: string): string {
  let rest = text;
  for (;;) {
    const cut = rest.replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)?[,.:;。]*$/, '').replace(/[,.:;。]+$/, '');
    if (cut === rest || cut === '') return cut === '' ? text : rest;
    rest = cut;
  }
}

/** With its explanation, as where the bracket before it is lost. */
const withExplanation = (label: string): string => squeezed(flat(label)).replace(leadingNumber, '');

const exact = new Map<string, Meaning[]>();

function learn(label: string, meaning: Meaning): void {
  const core = coreOf(label).text;
  const held = exact.get(core) ?? [];
  if (!held.some((one) => sameMeaning(one, meaning))) held.push(meaning);
  exact.set(core, held);
}

function sameMeaning(one: Meaning, other: Meaning): boolean {
  if (one.kind === 'row') return other.kind === 'row' && one.place === other.place;
  if (one.kind === 'group') return other.kind === 'group' && one.group === other.group;
  return JSON.stringify(one) === JSON.stringify(other);
}

export const chapterOf = (place: RowPlace): ChapterNumber => (place.chapter === 2 ? 2 : place.chapter === 3 ? 3 : 4);

/** The wordings of a row's label, as they are compared. */
const rowCores = new Map<RowPlace, string[]>();
/** The columns that rows have, with the wordings of each. */
const columnCores = new Map<Columns, Map<string, string[]>>();

/** The wordings of the groups of rows. */
const groupCores = new Map<Group, string[]>();

for (const place of rows) {
  const labels = wordings(place.row);
  rowCores.set(place, [...new Set(labels.flatMap((label) => [coreOf(label).text, withExplanation(label)]))]);
  for (const label of labels) learn(label, { kind: 'row', place });
  for (const group of place.groups) {
    if (group.chapter === null && group.typeName !== 'Figures') {
      for (const label of wordings(group)) learn(label, { kind: 'group', group });
      groupCores.set(group, [...new Set(wordings(group).map((label) => coreOf(label).text))]);
    }
  }
  if (place.row.block !== null) {
    learn(blockHeading(place.row.block), { kind: 'block', item: place.row.block });
    learn(blockHeading(place.row.block).replace('第（', '（'), { kind: 'block', item: place.row.block });
  }
  if (!columnCores.has(place.row.columns)) {
    const ofColumns = new Map<string, string[]>();
    for (const [key, column] of Object.entries(place.row.columns.columns)) {
      const all = wordings(column);
      ofColumns.set(key, [...new Set(all.map((label) => coreOf(label).text))]);
      for (const label of all) learn(label, { kind: 'column', chapter: chapterOf(place), key });
    }
    columnCores.set(place.row.columns, ofColumns);
  }
}
for (const { number, heading, variants } of chapterHeadings) {
  for (const label of [heading, ...variants]) learn(label, { kind: 'chapter', number });
}
learn(headingOfRows, { kind: 'heading', chapter: 2, of: 'rows' });
learn(applicantHeadings.all, { kind: 'heading', chapter: 3, of: 'applicants' });
learn(applicantHeadings.organisations, { kind: 'heading', chapter: 3, of: 'organisations' });
learn(applicantHeadings.rule, { kind: 'heading', chapter: 3, of: 'rule' });

/** The same row of another spelling would be any of these. */
const rowsOfChapter = (chapter: ChapterNumber): RowPlace[] => rows.filter((place) => chapterOf(place) === chapter);
const rowsByChapter: Record<ChapterNumber, RowPlace[]> = {
  2: rowsOfChapter(2),
  3: rowsOfChapter(3),
  4: rowsOfChapter(4),
};

/** What a label means by itself, word for word. */
export function meaningsOf(label: string): readonly Meaning[] {
  return exact.get(coreOf(label).text) ?? [];
}

/** How many characters of a label may be wrong. Short labels lie too near to one another. */
function tolerated(length: number): number {
  return length < 4 ? 0 : length < 10 ? 1 : length < 20 ? 2 : 3;
}

const insideAnother = new Map<string, boolean>();
/** Whether a text is a part of some label of the form without being one: it may be a piece of any of them. */
function isInsideLabel(text: string): boolean {
  let known = insideAnother.get(text);
  if (known === undefined) {
    known = [...exact.keys()].some((core) => core !== text && core.includes(text));
    if (insideAnother.size > mostCores) insideAnother.clear();
    insideAnother.set(text, known);
  }
  return known;
}

const likeRows = new Map<string, RowPlace | null>();

/**
 * The row of that chapter whose label this is, perhaps misspelt or cut at its end; null where none or more than one
 * comes near. A label of another row is never taken for a misspelling.
 */
export function rowLike(label: string, chapter: ChapterNumber): RowPlace | null {
  const key = `${chapter}${label}`;
  const known = likeRows.get(key);
  if (known !== undefined) return known;
  const found = findRow(label, chapter);
  if (likeRows.size >= mostCores) likeRows.clear();
  likeRows.set(key, found);
  return found;
}

function findRow(label: string, chapter: ChapterNumber): RowPlace | null {
  const { text, number } = coreOf(label);
  if (text === '' || text.length > 80) return null;
  const candidates = rowsByChapter[chapter];
  const own = exact.get(text);
  if (own !== undefined) {
    const places = own.flatMap((one) => (one.kind === 'row' && chapterOf(one.place) === chapter ? [one.place] : []));
    const isGroup = own.some((one) => one.kind === 'group');
    if (places.length > 1) return places.find((place) => numberOf(place) === number) ?? null;
    // （六）其他 is the group of that number, 3.其他 the row.
    const groups = own.flatMap((one) => (one.kind === 'group' ? [one.group] : []));
    const [only] = places;
    if (only !== undefined && isGroup && number !== '' && numberOf(only) !== number) {
      const named = groups.find((group) => wordings(group).some((one) => coreOf(one).number === number));
      if (named !== undefined)
        return candidates.find((place) => place.row.hidden && place.groups.includes(named)) ?? null;
    }
    if (only === undefined && isGroup) {
      return (
        candidates.find((place) => place.row.hidden && groups.some((group) => place.groups.includes(group))) ?? null
      );
    }
    return only ?? null;
  }
  const most = tolerated(text.length);
  if (most === 0 || isHeadingLike(text)) return null;
  if (!isInsideLabel(text)) {
    let nearest: RowPlace | null = null;
    let least = most + 1;
    let alone = false;
    for (const place of candidates) {
      let distance = most + 1;
      for (const core of rowCores.get(place) ?? []) {
        if (tolerated(core.length) === 0) continue;
        distance = Math.min(distance, editDistance(text, core, Math.min(most, tolerated(core.length))));
      }
      if (distance < least) [nearest, least, alone] = [place, distance, true];
      else if (distance === least) alone = false;
    }
    if (nearest !== null && least <= most && alone) return nearest;
  }
  return beginning(text, candidates) ?? behindGroup(label, chapter);
}

/** 三、本年度办理结果 / （三）不予公开 / 1.属于国家秘密: the row behind the labels of its groups. */
function behindGroup(label: string, chapter: ChapterNumber): RowPlace | null {
  const whole = squeezed(flat(label));
  const body = whole.slice((leadingNumber.exec(whole)?.[0] ?? '').length);
  for (const [group, names] of groupCores) {
    for (const core of names) {
      const rest = body.startsWith(core) ? body.slice(core.length).replace(/^[/>\-—–:,.|]+/, '') : '';
      const row = rest === '' ? null : rowLike(rest, chapter);
      if (row?.groups.includes(group) === true) return row;
    }
  }
  return null;
}

const shortestBeginning = 5;

/** The one row whose label begins so, or that begins so itself (a label with more words behind it). */
function beginning(text: string, candidates: readonly RowPlace[]): RowPlace | null {
  if (text.length < shortestBeginning) return null;
  const found = candidates.filter((place) => (rowCores.get(place) ?? []).some((core) => core.startsWith(text)));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function isHeadingLike(text: string): boolean {
  return text.startsWith('第二十条');
}

/** The number that the form prints before a row's label. */
export function numberOf(place: RowPlace): string {
  return coreOf(wordings(place.row)[0] ?? '').number;
}

/** Whether the text is a piece of the row's label, from anywhere in it. */
export function isPieceOf(text: string, place: RowPlace): boolean {
  const { text: piece } = coreOf(text);
  if (piece === '') return true;
  const whole = [...wordings(place.row), ...place.groups.flatMap(wordings)].map((label) => squeezed(flat(label)));
  return whole.some((label) => label.includes(piece) || (piece.length >= 4 && inPieces(piece, label)));
}

/** Whether a text is put together from two pieces of a label, as where a line is left out between them. */
function inPieces(text: string, label: string): boolean {
  for (let cut = 2; cut <= text.length - 2; cut++) {
    const first = label.indexOf(text.slice(0, cut));
    if (first === -1) return false;
    if (label.indexOf(text.slice(cut), first + cut) !== -1) return true;
  }
  return false;
}

/** The key of the column that a heading names among those; null where none or several come near. */
export function columnLike(label: string, columns: Columns): string | null {
  const { text } = coreOf(label);
  const wordingsOf = columnCores.get(columns);
  if (text === '' || wordingsOf === undefined || text.length > 40) return null;
  for (const [key, labels] of wordingsOf) if (labels.includes(text)) return key;
  const near: string[] = [];
  let least = 2;
  for (const [key, labels] of wordingsOf) {
    const distance = Math.min(
      ...labels.map((one) => (one.length < 3 || text.length < 3 ? 2 : editDistance(text, one, 1))),
    );
    if (distance < least) {
      least = distance;
      near.length = 0;
    }
    if (distance === least && distance < 2) near.push(key);
  }
  if (near.length > 0) return near.length === 1 ? (near[0] ?? null) : null;
  const begun = [...wordingsOf].filter(([, labels]) => labels.some((one) => text.length >= 2 && one.startsWith(text)));
  return begun.length === 1 ? (begun[0]?.[0] ?? null) : null;
}

export { applicantCounts, disputeOutcomes };

/** The edition that alone prints a column so; null where both do, or the wording is part of the other's. */
export function editionOfHeading(label: string, column: Column): Edition | null {
  if (column.editions.length === 1) return column.editions[0] ?? null;
  if (typeof column.label === 'string') return null;
  const { text } = coreOf(label);
  let nearest: Edition | null = null;
  let least = Infinity;
  for (const edition of editions) {
    const own = column.label[edition];
    if (own === undefined) continue;
    const core = coreOf(own).text;
    const distance = editDistance(text, core, 20);
    if (distance < least) [nearest, least] = [edition, distance];
  }
  const chosen = nearest === null ? undefined : column.label[nearest];
  const others = editions.flatMap((edition) =>
    edition === nearest ? [] : ((column.label as Partial<Record<Edition, string>>)[edition] ?? []),
  );
  if (chosen === undefined || others.some((other) => coreOf(other).text.includes(coreOf(chosen).text))) return null;
  return nearest;
}

interface Branch {
  next: Map<number, Branch>;
  meanings: Meaning[] | null;
}
const root: Branch = { next: new Map(), meanings: null };
for (const [core, meanings] of exact) {
  let at = root;
  for (let index = 0; index < core.length; index++) {
    const code = core.charCodeAt(index);
    let following = at.next.get(code);
    if (following === undefined) at.next.set(code, (following = { next: new Map(), meanings: null }));
    at = following;
  }
  at.meanings = meanings;
}

export interface LabelAt {
  /** After the last character of the label. */
  end: number;
  meanings: readonly Meaning[];
}

/** All labels that begin at a position of a flat text, the longest first; white space and quotes within do not count. */
export function labelsAt(text: string, start: number): LabelAt[] {
  const found: LabelAt[] = [];
  let branch = root.next.get(text.charCodeAt(start));
  let at = start;
  while (branch !== undefined) {
    at += 1;
    if (branch.meanings !== null) found.unshift({ end: at, meanings: branch.meanings });
    while (at < text.length && isIgnored(text.charCodeAt(at))) at += 1;
    if (at >= text.length) break;
    branch = branch.next.get(text.charCodeAt(at));
  }
  return found;
}
