/** A sentence in which no line ends within a masked name, or between a number and its 年, 月 or 日 (U+2060, which nobody sees or hears). */
export const unbroken = (text: string): string => text.replace(/\d(?=[年月日])|[*一-鿿](?=\*)|\*(?=[一-鿿])/g, '$&\u2060');
