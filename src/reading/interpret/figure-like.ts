/** Whether a cell holds what a cell of figures may hold, rather than a label. */
import { readCell, tidy, type Expectation } from './number.js';

const count: Expectation = { unit: 'COUNT', signed: true, stated: null, ownUnit: false };
const money: Expectation = { unit: 'WAN_YUAN', signed: false, stated: '万元', ownUnit: false };

const known = new Map<string, boolean>();

export function isFigureLike(text: string): boolean {
  let found = known.get(text);
  if (found === undefined) {
    found = find(text);
    if (known.size > 20_000) known.clear();
    known.set(text, found);
  }
  return found;
}

function find(text: string): boolean {
  if (text.length > 60) return false;
  const plain = tidy(text);
  if (plain === '') return false;
  if (/^[-+\d.,/%\\—– ]+$/.test(plain)) return true;
  return readCell(text, count).number !== null || readCell(text, money).number !== null;
}
