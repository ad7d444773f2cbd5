import { addFen, type DeductionLeg, type Fen, type Pot, ZERO } from '@gongji/domain';

/** What the requests of one list have taken so far, by pot, by binding and by sponsor: those after them are decided as if it were written already. */
export interface Totals {
  readonly of: (name: string) => Fen;
  /** What a person takes from their own account is taken under no binding. */
  readonly take: (legs: readonly DeductionLeg[], bindingIdOf: (payerId: string) => string) => void;
}

export function openTotals(): Totals {
  const totals = new Map<string, Fen>();
  const of = (name: string): Fen => totals.get(name) ?? ZERO;
  const add = (name: string, amountFen: Fen): void => void totals.set(name, addFen(of(name), amountFen));
  return {
    of,
    take: (legs, bindingIdOf) => {
      for (const { payerId, own, amountFen, pots } of legs) {
        for (const each of pots) add(potName(payerId, each.pot), each.amountFen);
        if (own) continue;
        add(payerId, amountFen);
        add(bindingIdOf(payerId), amountFen);
      }
    },
  };
}

export const potName = (holderId: string, pot: Pot): string => `${holderId} ${pot}`;
