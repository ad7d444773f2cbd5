import { englishTexts } from '@gongji/texts';
import { afterEach, beforeEach } from '@jest/globals';
import { forgetLanguage, speakChinese, speakEnglish } from '../../src/shared/text/say';

const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]/;

/** Names that the fixtures bring, and the title that a test gives its page: they have no English. */
const NAMES = ['陈建国', '陈桂兰', '陈*国', '陈*兰', '陈*芳', '陈**', '深圳市', '梅州市', '广东省', '页面'];

/** Each test of the block draws in English. */
export function drawsInEnglish(): void {
  beforeEach(() => speakEnglish({ version: 'first', texts: englishTexts() }));
  afterEach(() => {
    speakChinese();
    forgetLanguage();
  });
}

/** A badge shows a letter of somebody's name. */
const isBadge = (element: Element): boolean => element.classList.contains('badge');

const saidBy = (element: Element): readonly string[] => [
  element.getAttribute('aria-label') ?? '',
  element.getAttribute('placeholder') ?? '',
  ...[...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ textContent }) => textContent ?? ''),
];

/** What is written or read out in Chinese on the page, without names and what else the fixtures made up. */
export function chineseOnPage(...madeUp: readonly string[]): readonly string[] {
  const known = [...NAMES, ...madeUp].sort((one, other) => other.length - one.length);
  return [...document.body.querySelectorAll('*')]
    .filter((element) => !isBadge(element))
    .flatMap(saidBy)
    .map((text) => text.replace(/\u2060/g, ''))
    .map((text) => known.reduce((left, name) => left.split(name).join(''), text))
    .filter((text) => CHINESE.test(text));
}
