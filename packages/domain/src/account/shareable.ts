import { addFen, atLeastZero, type Fen, fenText, minFen, subtractFen, ZERO } from '../money';
import { shareableText } from '../policy/rule-text';
import type { Pot, ShareableRule } from '../policy/rules';

export interface PotBalance {
  readonly pot: Pot;
  readonly balanceFen: Fen;
  readonly frozenFen: Fen;
}

/** How much may be taken from a pot. Lists of it stand in the order of taking. */
export interface PotAmount {
  readonly pot: Pot;
  readonly amountFen: Fen;
}

export interface Shareable {
  readonly shareableFen: Fen;
  /** The same amount by pot, in the order of taking. */
  readonly pots: readonly PotAmount[];
  /** Why it differs from the available balance, or that it does not. */
  readonly text: string;
}

export const availableFen = ({ balanceFen, frozenFen }: PotBalance): Fen => atLeastZero(subtractFen(balanceFen, frozenFen));
export const sumOfPots = (pots: readonly PotAmount[]): Fen => addFen(...pots.map((pot) => pot.amountFen));

/** What is not frozen, pot by pot in the order of taking. */
export function ownPots(balances: readonly PotBalance[], potOrder: readonly Pot[]): readonly PotAmount[] {
  return potOrder.map((pot) => ({ pot, amountFen: addFen(...balances.filter((each) => each.pot === pot).map(availableFen)) }));
}

/** What the holder may spend for themself: all but what is frozen or set aside for relatives. */
export const spendablePots = (balances: readonly PotBalance[], potOrder: readonly Pot[], setAsideFen: Fen): readonly PotAmount[] => {
  const pots = ownPots(balances, potOrder);
  return takeFrom(pots, subtractFen(sumOfPots(pots), setAsideFen));
};

export interface ShareableRequest {
  readonly pots: readonly PotBalance[];
  readonly rule: ShareableRule;
  readonly potOrder: readonly Pot[];
  /** What is left of the limit for all relatives together; null: none was set. */
  readonly sharedLeftFen: Fen | null;
}

/**
 * What relatives may use of an account under the region's rule. Frozen money is nobody's to use; a floor stays in the account as a whole, out of the pots
 * that are taken last; of a quota or a pool what was put there is left, and nothing where nothing was put.
 */
export function shareableOf({ pots: balances, rule, potOrder, sharedLeftFen }: ShareableRequest): Shareable {
  const available = ownPots(balances, potOrder);
  const allowed = rule.kind === 'carried-over-only' ? available.filter((each) => each.pot === 'carriedOver') : available;
  const most = mostOf(rule, sumOfPots(allowed), sharedLeftFen);
  const frozen = addFen(...balances.map((each) => each.frozenFen));
  const frozenText = frozen > 0 ? `另有 ${fenText(frozen)} 正在冻结，暂时不能用。` : '';
  return { shareableFen: most, pots: takeFrom(allowed, most), text: shareableText(rule) + frozenText };
}

function mostOf(rule: ShareableRule, allowedFen: Fen, sharedLeftFen: Fen | null): Fen {
  if (rule.kind === 'above-floor') return atLeastZero(subtractFen(allowedFen, rule.floorFen));
  return rule.kind === 'quota' || rule.kind === 'pool' ? minFen(allowedFen, sharedLeftFen ?? ZERO) : allowedFen;
}

/** Takes an amount from pots in their order, as far as they reach. Pots that give nothing are left out. */
export function takeFrom(pots: readonly PotAmount[], amountFen: Fen): readonly PotAmount[] {
  let left = atLeastZero(amountFen);
  return pots
    .map(({ pot, amountFen: most }) => {
      const taken = minFen(left, atLeastZero(most));
      left = subtractFen(left, taken);
      return { pot, amountFen: taken };
    })
    .filter((part) => part.amountFen > ZERO);
}
