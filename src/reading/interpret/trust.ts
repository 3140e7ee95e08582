/** Copies that are not to be trusted: pronunciations between the characters, advertising for a title, lost characters. */
import { BadInput } from '../../report/bad-input.js';

/** 公(gong)開辦函, 數(shù)據: a Latin syllable in brackets behind a Chinese character. */
const pronunciation = /\p{Script=Han}[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêńň]{1,6}[)）]/gu;
/** An English word or unit in brackets may stand once or twice: 微信(wechat). */
const mostPronunciations = 5;
const toned = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/;

const advertising = /博彩|娱乐城|赌场|棋牌|老虎机|彩票网|投注|外围|成人视频|\bbet\d*\b|uedbet|体育官网|体育app/i;

/** Names of betting sites: a mirror puts them in the place of the agency's, or of a word such as 关于. */
const bettingSites =
  /新葡京|澳门(?:皇冠|威尼斯|金沙)|皇冠(?:足球|体育|比分)|五大联赛[:：]|威廉希尔|德赢|沙巴体育|大发体育|万博体育|开云体育|投注官网|博彩官网|盛京棋牌|vwin|uedbet|\d{3}bet|bet\d{3}/i;

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
  const site = bettingSites.exec(text)?.[0];
  if (site !== undefined) {
    throw new BadInput(
      'UNTRUSTED_COPY',
      `text: found 「${site}」, expected the report's own text: an advertising copy.`,
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
