import { fenText, parseYuan } from '@gongji/domain';
import { byId, element } from '../../web/elements';
import type { Institution } from '../shapes';
import { BASKETS } from './baskets';
import { addsUp, type Item, type ItemKind, KIND_TEXT, KINDS, sumOf, sumsOf } from './items';
import type { Trouble } from './trouble';

const MOST_ITEMS = 30;
const MOST_COUNT = 999;

export interface ItemList {
  readonly items: () => readonly Item[];
  /** An empty list for a place of this kind. */
  readonly open: (kind: Institution['kind']) => void;
  readonly lock: (locked: boolean) => void;
}

/** What is to be paid for, line by line: added by hand or as one of the ready-made baskets. */
export function openItemList(changed: () => void, trouble: Trouble): ItemList {
  const fields = byId('item-fields', HTMLFieldSetElement);
  const baskets = byId('baskets', HTMLElement);
  const kinds = byId('item-kinds', HTMLElement);
  const name = byId('item-name', HTMLInputElement);
  const price = byId('item-price', HTMLInputElement);
  const count = byId('item-count', HTMLInputElement);
  let items: readonly Item[] = [];

  const put = (next: readonly Item[]): void => {
    items = next;
    trouble.clear();
    byId('items', HTMLElement).replaceChildren(itemTable(items, (index) => put(items.filter((_, at) => at !== index))));
    changed();
  };

  const add = (): void => {
    for (const field of [price, count]) field.setAttribute('aria-invalid', 'false');
    const found = itemOf({ kind: chosenKind(kinds), name: name.value.trim(), price: price.value, count: count.value });
    if ('field' in found) {
      (found.field === 'price' ? price : count).setAttribute('aria-invalid', 'true');
      return trouble.show(found);
    }
    if (items.length >= MOST_ITEMS) return trouble.show({ code: 'BILL_TOO_LONG', text: `一张清单最多 ${MOST_ITEMS} 行。` });
    const longer = [...items, found];
    if (!addsUp(longer)) return trouble.show({ code: 'BILL_TOO_LARGE', text: '清单的合计太大，不能结算。请核对单价和数量。' });
    put(longer);
    name.value = '';
    price.value = '';
    count.value = '1';
    name.focus();
  };

  byId('item-add', HTMLButtonElement).addEventListener('click', add);
  for (const field of [name, price, count])
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      add();
    });

  return {
    items: () => items,
    open: (kind) => {
      kinds.replaceChildren(...KINDS[kind].map((each, index) => kindChoice(each, index === 0)));
      baskets.replaceChildren(
        ...BASKETS[kind].map((basket) => {
          const button = element('button', { type: 'button', class: 'small' }, basket.name);
          button.addEventListener('click', () => put(basket.items));
          return button;
        }),
      );
      put([]);
    },
    lock: (locked) => {
      fields.disabled = locked;
    },
  };
}

function kindChoice(kind: ItemKind, checked: boolean): HTMLElement {
  const radio = element('input', { type: 'radio', name: 'item-kind', value: kind, ...(checked ? { checked: '' } : {}) });
  return element('label', {}, radio, KIND_TEXT[kind]);
}

const chosenKind = (kinds: HTMLElement): ItemKind => kinds.querySelector<HTMLInputElement>(':checked')?.value as ItemKind;

interface RawItem {
  readonly kind: ItemKind;
  readonly name: string;
  readonly price: string;
  readonly count: string;
}
type WrongItem = { readonly field: 'price' | 'count'; readonly code: string; readonly text: string };

function itemOf({ kind, name, price, count }: RawItem): Item | WrongItem {
  const priceFen = parseYuan(price.trim());
  if (priceFen === undefined || priceFen === 0)
    return { field: 'price', code: 'AMOUNT_INVALID', text: '单价要大于 0，写成元，最多两位小数，例如 86.50。' };
  const many = /^\d{1,3}$/.test(count.trim()) ? Number(count) : 0;
  if (many < 1 || many > MOST_COUNT) return { field: 'count', code: 'COUNT_INVALID', text: `数量是 1 到 ${MOST_COUNT} 的整数。` };
  return { kind, name: name === '' ? `${KIND_TEXT[kind]}费用` : name, priceFen, count: many };
}

function itemTable(items: readonly Item[], remove: (index: number) => void): HTMLElement {
  if (items.length === 0) return element('p', { class: 'hint' }, '还没有项目。选一个示例清单，或在上面逐项加入。');
  const { payable, notPayableFen, allFen } = sumsOf(items);
  const sums = [
    ...payable.map(({ kind, sumFen }) => [`医保结算：${KIND_TEXT[kind]}`, sumFen] as const),
    ...(notPayableFen > 0 ? [['医保不付，另收现金', notPayableFen] as const] : []),
  ];
  return element(
    'table',
    { class: 'bill' },
    element('caption', { class: 'visually-hidden' }, '费用清单'),
    element('tbody', {}, ...items.map((item, index) => itemRow(item, () => remove(index)))),
    element(
      'tfoot',
      {},
      ...sums.map(([text, sumFen]) => sumRow(text, fenText(sumFen))),
      ...(sums.length > 1 || items.length > 1 ? [sumRow('合计', fenText(allFen), 'total')] : []),
    ),
  );
}

function itemRow(item: Item, remove: () => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'small', 'aria-label': `移去 ${item.name}` }, '移去');
  button.addEventListener('click', remove);
  return element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      element(
        'div',
        { class: 'item' },
        element('span', { class: `kind ${item.kind}` }, KIND_TEXT[item.kind]),
        element('span', { class: 'item-name' }, item.name),
        element('span', { class: 'hint' }, `${fenText(item.priceFen)} × ${item.count}`),
      ),
    ),
    element('td', {}, fenText(sumOf(item))),
    element('td', { class: 'remove' }, button),
  );
}

const sumRow = (text: string, amount: string, kind = ''): HTMLElement =>
  element('tr', { class: kind }, element('th', { scope: 'row' }, text), element('td', {}, amount), element('td', {}));
