/**
 * What a page says, in both languages. A key that one of them lacks, or says otherwise (words where the other needs
 * values), does not compile.
 *
 * Labels of the form and of measures are no messages: they come from `client/labels.ts`, made from the template.
 */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** Words, or words around values. */
type Message = string | ((...values: never[]) => string);
type Messages<T> = { [Key in keyof T]: T[Key] extends string ? string : T[Key] };
export type Dictionary<T> = Record<Language, Messages<T>>;

export function dictionary<T extends Record<string, Message>>(english: T, chinese: Messages<T>): Dictionary<T> {
  return { en: english as Messages<T>, 'zh-CN': chinese };
}
