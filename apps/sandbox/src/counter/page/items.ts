import { addFen, type Fen, fen, fenText, isFen, ZERO } from '@gongji/domain';
import type { Institution } from '../shapes';
import type { PreSettleTerms } from '../visit';

/** not-payable: medical insurance does not cover it, so it never goes to the gateway and is paid in cash. */
export type ItemKind = PreSettleTerms['use'] | 'not-payable';

export interface Item {
  readonly kind: ItemKind;
  readonly name: string;
  readonly priceFen: Fen;
  readonly count: number;
}

export const KIND_TEXT: Readonly<Record<ItemKind, string>> = { care: '诊疗', drug: '药品', device: '器械', 'not-payable': '医保不付' };

/** A pharmacy sells no care. */
export const KINDS: Readonly<Record<Institution['kind'], readonly ItemKind[]>> = {
  hospital: ['care', 'drug', 'device', 'not-payable'],
  pharmacy: ['drug', 'device', 'not-payable'],
};

export const sumOf = ({ priceFen, count }: Item): Fen => fen(priceFen * count);
/** Beyond what an amount can be, nothing adds up any more. */
export const addsUp = (items: readonly Item[]): boolean => isFen(items.reduce((sum, { priceFen, count }) => sum + priceFen * count, 0));
const totalOf = (items: readonly Item[]): Fen => items.reduce((sum, item) => addFen(sum, sumOf(item)), ZERO);

export interface Bill {
  readonly use: PreSettleTerms['use'];
  /** What the settlement is about. */
  readonly totalFen: Fen;
  readonly notPayableFen: Fen;
}
export type WrongBill = { readonly code: 'BILL_EMPTY' | 'BILL_MIXED'; readonly text: string };

export interface Sums {
  readonly payable: readonly { readonly kind: PreSettleTerms['use']; readonly sumFen: Fen }[];
  readonly notPayableFen: Fen;
  readonly allFen: Fen;
}

export function sumsOf(items: readonly Item[]): Sums {
  const payable = (['care', 'drug', 'device'] as const)
    .map((kind) => ({ kind, sumFen: totalOf(items.filter((item) => item.kind === kind)) }))
    .filter(({ sumFen }) => sumFen > 0);
  return { payable, notPayableFen: totalOf(items.filter(({ kind }) => kind === 'not-payable')), allFen: totalOf(items) };
}

/** The published settlement has one use for all of its cost, and each use has its own switch with the family: a mixed bill cannot be said in it. */
export function billOf(items: readonly Item[]): Bill | WrongBill {
  const { payable, notPayableFen } = sumsOf(items);
  const [first, ...others] = payable;
  if (first === undefined) {
    const text = notPayableFen > 0 ? '清单里只有医保不付的项目，请直接收现金，不用结算。' : '清单是空的，请先加入费用项目。';
    return { code: 'BILL_EMPTY', text };
  }
  if (others.length > 0) {
    const kinds = payable.map(({ kind, sumFen }) => `${KIND_TEXT[kind]} ${fenText(sumFen)}`).join('、');
    return {
      code: 'BILL_MIXED',
      text: `清单里有${kinds}，一次结算只能是一种。请先移去其中一种；结算后请对方刷新医保码，再扫一次结另一种。`,
    };
  }
  return { use: first.kind, totalFen: first.sumFen, notPayableFen };
}
