/** Copies that are not to be trusted: pronunciations between the characters, advertising for a title, lost characters. */
import { BadInput } from '../../report/bad-input.js';

/** 公(gong)開辦函, 數(shù)據: a Latin syllable in brackets behind a Chinese character. */
const pronunciation = /\p{Script=Han}[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêńň]{1,6}[)）]/gu;
/** An English word or unit in brackets may stand once or twice: 微信(wechat). */
const mostPronunciations = 5;
const toned = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/;

const advertising = /博彩|娱乐城|赌场|棋牌|老虎机|彩票网|投注|外围|成人视频|\bbet\d*\b|uedbet|体育官网|体育app/i;

/** UTF-8 read as GBK, GBK read as UTF-8, and characters that no encoding had. */
const mojibake = /涓€|銆|锛|鏀垮簻|淇℃伅|鍏紑|\ufffd|锟斤拷|[ÃÂ][\u0080-\u00bf]/g;

/** @throws BadInput UNTRUSTED_COPY */
export function checkTrust(text: string, title: string): void {
  const syllables = text.match(pronunciation) ?? [];
  const withTones = syllables.filter((one) => toned.test(one)).length;
  if (syllables.length > mostPronunciations || withTones > 2) {
    throw new BadInput(
      'UNTRUSTED_COPY',
      `text: found ${syllables.length} pronunciations between characters, such as 「${syllables[0] ?? ''}」, expected the report's own text: an obfuscated copy.`,
    );
  }
  if (advertising.test(title)) {
    throw new BadInput(
      'UNTRUSTED_COPY',
      `title: found 「${title.slice(0, 60)}」, expected the title of a report: an advertising copy.`,
    );
  }
}

/** Characters lost in decoding, per thousand. */
export function lostCharacters(text: string): number {
  return text.length === 0 ? 0 : ((text.match(mojibake)?.length ?? 0) * 1000) / text.length;
}
