import { WxCanvas } from '../builtins/define';
import type { Pages } from '../pages';

// wx.createSelectorQuery: sizes, positions and canvas nodes of what is on the page.

interface Fields {
  readonly id?: boolean;
  readonly dataset?: boolean;
  readonly rect?: boolean;
  readonly size?: boolean;
  readonly scrollOffset?: boolean;
  readonly node?: boolean;
}

interface FoundNode {
  readonly id: string;
  readonly dataset: object;
  readonly _$backendElement: Element;
}

type Told = (result: unknown) => void;

interface Asked {
  readonly selector: string | null;
  readonly all: boolean;
  readonly fields: Fields;
  readonly told: Told | undefined;
}

const BOX: Fields = { id: true, dataset: true, rect: true, size: true };

const measure = (found: unknown, fields: Fields): object | null => {
  if (!found) return null;
  const { id, dataset, _$backendElement: element } = found as FoundNode;
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  return {
    ...(fields.id ? { id } : {}),
    ...(fields.dataset ? { dataset: { ...dataset } } : {}),
    ...(fields.rect ? { left, top, right, bottom } : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset ? { scrollTop: element.scrollTop, scrollLeft: element.scrollLeft } : {}),
    ...(fields.node ? { node: element instanceof WxCanvas ? element.node : element } : {}),
  };
};

export const createSelectorQuery = (pages: Pages) => () => {
  const asked: Asked[] = [];
  const answerTo = ({ selector, all, fields }: Asked): unknown => {
    if (selector === null) return { width: innerWidth, height: innerHeight, scrollTop: pages.element.scrollTop, scrollLeft: 0 };
    const { shadowRoot } = pages.top();
    return all
      ? shadowRoot.querySelectorAll(selector).map((found) => measure(found, fields))
      : measure(shadowRoot.querySelector(selector), fields);
  };
  const reference = (selector: string | null, all: boolean) => {
    const ask = (fields: Fields, told?: Told) => {
      asked.push({ selector, all, fields, told });
      return query;
    };
    return {
      fields: ask,
      boundingClientRect: (told?: Told) => ask(BOX, told),
      scrollOffset: (told?: Told) => ask({ id: true, dataset: true, scrollOffset: true }, told),
      node: (told?: Told) => ask({ node: true }, told),
    };
  };
  const query = {
    // A page is one component here: whatever is asked "in" is on the page in front.
    in: () => query,
    select: (selector: string) => reference(selector, false),
    selectAll: (selector: string) => reference(selector, true),
    selectViewport: () => reference(null, false),
    exec(told?: Told) {
      setTimeout(() => {
        const answers = asked.map(answerTo);
        asked.forEach((one, index) => one.told?.(answers[index]));
        told?.(answers);
      }, 0);
      return query;
    },
  };
  return query;
};
