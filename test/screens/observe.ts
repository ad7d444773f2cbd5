import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page as Tab } from 'playwright-core';

// What a page does not do for people who see, hear or move differently, as far as a program can tell.

interface Axe {
  run(scope: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string; target: unknown }[] }[] }>;
}

/** What a page has to load before it is looked at: handed in with its first script, which takes a quarter of the time that it takes afterwards. */
export const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe looks for. */
export const RULES = {
  /** In a browser, where the whole document is ours: also that everything is in a landmark, headings are in order, and the like. */
  all: { type: 'tag', values: [...WCAG, 'best-practice'] },
  /** In WeChat, which draws the title and the tabs by itself. */
  page: { type: 'tag', values: WCAG },
  /** What other colours and sizes change. */
  looks: { type: 'rule', values: ['color-contrast'] },
} as const;

export const violations = (tab: Tab, runOnly: (typeof RULES)[keyof typeof RULES]): Promise<string[]> =>
  tab.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations: found } = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.replace(/<!---->/g, '').slice(0, 140)}`));
  }, runOnly);

export interface Measures {
  /** Elements of the document. */
  readonly nodes: number;
  /** Controls that are too small, do not say what they are, have no name, or are links that do not look like one. */
  readonly controls: readonly string[];
  /** What is wider than the screen, and sums wider than the row they stand in. */
  readonly wide: readonly string[];
}

/** By measuring every control on the page. `within`: what around it is not ours is left out. */
export const measure = (tab: Tab, leastPx: number, within = 'body'): Promise<Measures> =>
  tab.evaluate(measureInside, [leastPx, within] as const);

const measureInside = ([leastPx, within]: readonly [number, string]): Measures => {
  const ROLES =
    'button, a[href], input, textarea, select, [role=button], [role=link], [role=checkbox], [role=radio], [role=switch], [role=tab], [role=textbox], [tabindex="0"]';
  const shown = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden' && element.closest('[aria-hidden="true"]') === null;
  };
  const nameOf = (element: Element): string =>
    (element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? element.textContent ?? '').trim() ||
    (element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((label) => label.textContent).join('') : '');
  const said = (element: Element) => element.outerHTML.replace(/<!---->/g, '').slice(0, 140);
  const controls: string[] = [];
  for (const element of document.querySelector(within)?.querySelectorAll(ROLES) ?? []) {
    if (!shown(element) || element.getAttribute('tabindex') === '-1') continue;
    // A field is as large as its frame.
    const box = (element.matches('input') ? (element.closest('.field__box') ?? element) : element).getBoundingClientRect();
    const least = Math.round(Math.min(box.width, box.height) * 10) / 10;
    if (least < leastPx) controls.push(`${Math.round(box.width)}×${Math.round(box.height)} is less than ${leastPx}: ${said(element)}`);
    if (nameOf(element) === '') controls.push(`has no name: ${said(element)}`);
    if (element.matches('[role=link]') && !getComputedStyle(element).textDecorationLine.includes('underline'))
      controls.push(`is a link and does not look like one: ${said(element)}`);
  }
  for (const element of document.querySelectorAll('#app *')) {
    const key = Object.keys(element).find((each) => each.startsWith('__reactProps$'));
    const props = key === undefined ? undefined : (element as unknown as Record<string, { onClick?: unknown }>)[key];
    // What says that it is there for fingers only has a button beside it that does the same.
    if (props?.onClick !== undefined && shown(element) && !element.matches(`${ROLES}, [role=presentation]`))
      controls.push(`takes taps and says no role: ${said(element)}`);
  }
  const wide = [...document.querySelectorAll('#app *')]
    .filter((element) => shown(element) && element.getBoundingClientRect().right > innerWidth + 1)
    .slice(0, 3)
    .map((element) => `wider than the screen: ${said(element)}`);
  const sticksOut = (sum: Element) =>
    shown(sum) && sum.getBoundingClientRect().right > (sum.parentElement?.getBoundingClientRect().right ?? 0) + 1;
  const sums = [...document.querySelectorAll('.amount')].filter(sticksOut).map((sum) => `sticks out of its row: ${said(sum)}`);
  return { nodes: document.querySelectorAll('*').length, controls, wide: [...wide, ...sums] };
};
