/** A sentence in which no line ends between a number and its 年, 月 or 日 (U+2060, which nobody sees or hears). */
export const wholeDays = (text: string): string => text.replace(/\d(?=[年月日])/g, '$&\u2060');
