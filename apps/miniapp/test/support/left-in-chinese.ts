import { textPairs } from '@gongji/texts';

const CHINESE = /[\u3400-\u9fff]/;
const PLACE = /\\\{\w+\\\}/g;

/** A text with any value in its places, alone or as an item of a list. */
const patternOf = (text: string): RegExp => new RegExp(`^(· )?${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(PLACE, '[^]*')}$`);

/** What a page says and what it has read aloud. */
function wordsOn(page: HTMLElement): readonly string[] {
  const said: string[] = [];
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Element) said.push(node.getAttribute('aria-label') ?? '', node.getAttribute('placeholder') ?? '');
    else said.push(node.textContent ?? '');
  }
  return said.map((text) => text.trim()).filter((text) => CHINESE.test(text));
}

/** The texts of these catalogues that stand on an English page in Chinese: a component shows one without saying it. */
export function leftInChinese(page: HTMLElement, catalogues: readonly string[]): readonly string[] {
  const patterns = textPairs()
    .filter(({ name, zh }) => catalogues.some((each) => name.startsWith(`${each}.`)) && CHINESE.test(zh.replace(/\{\w+\}/g, '')))
    .map(({ zh }) => patternOf(zh));
  return wordsOn(page).filter((said) => patterns.some((pattern) => pattern.test(said)));
}
