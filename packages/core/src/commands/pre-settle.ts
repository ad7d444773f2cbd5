import { decided } from '@gongji/domain';
import type { Command, Outcome } from '../outcome';
import type { PreSettle } from '../requests';
import type { SettlementSplit } from '../views/code-view';
import { decideSplit, splitView } from './settlement-split';

/** Says who would pay what, and writes nothing: the token stays good for the settlement. */
export const preSettle: Command<PreSettle, SettlementSplit> = async (deps, requests) => {
  const outcomes: Outcome<SettlementSplit>[] = [];
  for (const request of requests) {
    const ask = { cost: request, institutionId: request.institutionId, agreedCashFen: null, accepts: () => true };
    const split = await decideSplit(deps.db, deps, ask);
    outcomes.push(split.ok ? decided(splitView(deps, request, split.value)) : split);
  }
  return outcomes;
};
