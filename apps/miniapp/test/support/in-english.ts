import { englishTexts } from '@gongji/texts';
import { afterEach, beforeEach } from '@jest/globals';
import { speakChinese, speakEnglish } from '../../src/shared/text/say';

const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]/;

/** Who is in, and the title that a test gives its page. */
const OF_EVERY_PAGE = ['陈建国', '页面'];

/** Each test of the block draws in English. */
export function drawsInEnglish(): void {
  beforeEach(() => speakEnglish(englishTexts()));
  afterEach(speakChinese);
}

/** What is written or read out in Chinese on the page, without the names that the fixtures bring. */
export function chineseOnPage(names: readonly string[]): readonly string[] {
  const elements = [...document.body.querySelectorAll('*')].filter((element) => element.closest('[aria-hidden=true]') === null);
  const written = elements.flatMap(({ childNodes }) =>
    [...childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ textContent }) => textContent),
  );
  const readOut = elements.map((element) => element.getAttribute('aria-label'));
  const texts = [...written, ...readOut].map((text) =>
    [...OF_EVERY_PAGE, ...names].reduce((left, name) => left.split(name).join(''), text ?? ''),
  );
  return texts.filter((text) => CHINESE.test(text));
}
