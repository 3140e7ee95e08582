/**
 * One character for another, so that two spellings of a label compare equal and every position still is that of the
 * document: full width to half width, Kangxi radicals to ideographs, traditional to simplified, one kind of bracket
 * and of comma.
 */
import { Converter } from 'opencc-js/t2cn';

// The package's declarations import one another without extensions, and so lose their types here.
const simplified = Converter({ from: 't', to: 'cn' }) as (text: string) => string;

/** Radicals that a PDF's font puts for the ideograph and that NFKC leaves as they are. */
const radicals = new Map<string, string>();
const radicalsAndIdeographs =
  '⺠民⺟母⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⺝月⻁虎⻌辶⻊足⺮竹⺹老⺼月⻏阝';
for (let at = 0; at < radicalsAndIdeographs.length; at += 2) {
  radicals.set(radicalsAndIdeographs.charAt(at), radicalsAndIdeographs.charAt(at + 1));
}

const brackets: Record<string, string> = {
  '〔': '(',
  '〕': ')',
  '【': '(',
  '】': ')',
  '[': '(',
  ']': ')',
  '﹝': '(',
  '﹞': ')',
  '﹙': '(',
  '﹚': ')',
};
const commas = '、﹑︑﹐';

/** By code unit, made whole at once: an array that grows with holes is a slow one. */
const codeUnits = 0x10000;
const table = new Array<string | undefined>(codeUnits).fill(undefined);

function computed(character: string, code: number): string {
  if (code < 0x80) return brackets[character] ?? character;
  if (code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f) return ' ';
  if (code >= 0xff01 && code <= 0xff5e) {
    const narrow = String.fromCharCode(code - 0xfee0);
    return brackets[narrow] ?? narrow;
  }
  // Numbers in circles, brackets and with a full stop: ①, ⑴, ⒈, ㈠, as the bare digit.
  if (code >= 0x2460 && code <= 0x249b) return String(((code - 0x2460) % 20) + 1).at(-1) ?? character;
  if (code >= 0x3220 && code <= 0x3229) return String(code - 0x3220 + 1).at(-1) ?? character;
  if (commas.includes(character)) return ',';
  const known = brackets[character] ?? radicals.get(character);
  if (known !== undefined) return known;
  const compatible = character.normalize('NFKC');
  const single = compatible.length === 1 ? compatible : character;
  if (single < '\u3400') return single;
  const plain = simplified(single);
  return plain.length === 1 ? plain : single;
}

/** The text with each character in its plain form; as long as the text itself. */
export function flat(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    result += table[code] ?? (table[code] = computed(text.charAt(at), code));
  }
  return result;
}

/** Whether a character of the text is a traditional one that the form would print simplified. */
export function isConverted(text: string): boolean {
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code >= 0x4e00 && code <= 0x9fff && (table[code] ?? flat(character)) !== character) return true;
  }
  return false;
}

const ignored =
  /[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"'“”‘’„‟「」『』《》<>〈〉·•*#_]/;
/** 0: not looked at yet, 1: no, 2: yes. */
const ignorable = new Uint8Array(codeUnits);
/** White space, zero-width and control characters, quotes: nothing that a label is told by. */
export function isIgnored(code: number): boolean {
  const known = ignorable[code] || (ignorable[code] = ignored.test(String.fromCharCode(code)) ? 2 : 1);
  return known === 2;
}

/** The flat text without what is ignored. */
export function squeezed(flatText: string): string {
  let result = '';
  for (let at = 0; at < flatText.length; at++) if (!isIgnored(flatText.charCodeAt(at))) result += flatText.charAt(at);
  return result;
}

export const isHan = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);
