import type { Page as Tab } from 'playwright-core';

// A screen reader goes through a page in the order of its elements, the eye from above to below and from left to right: both have to be the same way.

/** Where the two ways part. `within`: what around it is not ours is left out. */
export const outOfOrder = (tab: Tab, within = 'body'): Promise<string[]> => tab.evaluate(outOfOrderInside, within);

/**
 * Brother by brother, so that a block of several lines is read to its end before the block beside it: what comes later stands lower, or further right in the
 * same row. Two stand in one row where they share half of the lower one's height: words of two sizes on one line share more, two lines of a paragraph less.
 * A pixel is what the layout rounds.
 */
const outOfOrderInside = (within: string): string[] => {
  const ROUNDED_PX = 1;
  interface Drawn {
    readonly node: Node;
    readonly box: DOMRect;
  }
  const boxOf = (node: Node): DOMRect => {
    if (node instanceof Element) return node.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(node);
    return range.getBoundingClientRect();
  };
  /** What only a screen reader is told is drawn as one pixel. */
  const isDrawn = (box: DOMRect): boolean => box.width > ROUNDED_PX && box.height > ROUNDED_PX;
  const isHidden = (element: Element): boolean =>
    element.getAttribute('aria-hidden') === 'true' || getComputedStyle(element).visibility === 'hidden';
  const isText = (node: Node): boolean => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '';
  const isRead = (node: Node): boolean =>
    isText(node) ||
    (node instanceof Element &&
      !isHidden(node) &&
      (node.matches('[aria-label], [tabindex="0"], input, textarea') || [...node.childNodes].some(isRead)));
  /** The children that are read and drawn; of one that has no box itself, its own. */
  const drawnIn = (parent: Node): Drawn[] =>
    [...parent.childNodes].filter(isRead).flatMap((node): Drawn[] => {
      const box = boxOf(node);
      if (isDrawn(box)) return [{ node, box }];
      return node instanceof Element && getComputedStyle(node).display === 'contents' ? drawnIn(node) : [];
    });
  /** Stays where it is while the page moves beneath it, so that its place says nothing of the order. */
  const staysPut = ({ node }: Drawn): boolean => node instanceof Element && /fixed|sticky/.test(getComputedStyle(node).position);
  const isBefore = (later: DOMRect, earlier: DOMRect): boolean => {
    if (later.bottom <= earlier.top + ROUNDED_PX) return true;
    const shared = Math.min(later.bottom, earlier.bottom) - Math.max(later.top, earlier.top);
    return shared >= Math.min(later.height, earlier.height) / 2 && later.right <= earlier.left + ROUNDED_PX;
  };
  const said = (node: Node) => (node instanceof Element ? node.outerHTML : (node.textContent ?? '')).replace(/<!---->/g, '').slice(0, 120);
  const found: string[] = [];
  const goThrough = (parent: Node): void => {
    const drawn = drawnIn(parent);
    const moving = drawn.filter((each) => !staysPut(each));
    moving.forEach(({ node, box }, index) => {
      const earlier = moving.slice(0, index).find((each) => isBefore(box, each.box));
      if (earlier !== undefined) found.push(`is drawn before ${said(earlier.node)} and read after it: ${said(node)}`);
    });
    for (const { node } of drawn) goThrough(node);
  };
  for (const root of document.querySelectorAll(within)) goThrough(root);
  // Either takes the reading elsewhere than the order of the elements.
  for (const element of document.querySelectorAll('[aria-owns], [aria-flowto], [tabindex]'))
    if (element.matches('[aria-owns], [aria-flowto]') || Number(element.getAttribute('tabindex')) > 0)
      found.push(`has an order of its own: ${said(element)}`);
  return found;
};
