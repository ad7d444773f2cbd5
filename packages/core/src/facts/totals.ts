import { addFen, type Fen, type Pot, ZERO } from '@gongji/domain';

/** What the requests of one list have taken so far, by any name: those after them are decided as if it were written already. */
export interface Totals {
  readonly of: (name: string) => Fen;
  readonly add: (name: string, amountFen: Fen) => void;
}

export function openTotals(): Totals {
  const totals = new Map<string, Fen>();
  const of = (name: string): Fen => totals.get(name) ?? ZERO;
  return { of, add: (name, amountFen) => void totals.set(name, addFen(of(name), amountFen)) };
}

export const potName = (holderId: string, pot: Pot): string => `${holderId} ${pot}`;
