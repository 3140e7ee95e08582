/** A number of things in words, such as 1 report, 2 reports. */
export const counted = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;
