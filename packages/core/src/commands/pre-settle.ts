import { decided } from '@gongji/domain';
import type { Command } from '../outcome';
import type { PreSettle } from '../requests';
import type { SettlementSplit } from '../views/code-view';
import { decideSplit, openSplitBook, splitView } from './settlement-split';

/** Says who would pay what, and writes nothing: the token stays good for the settlement. */
export const preSettle: Command<PreSettle, SettlementSplit> = async (deps, requests) => {
  const book = await openSplitBook(deps.db, deps, requests);
  return requests.map((request) => {
    const ask = { cost: request, institutionId: request.institutionId, agreedCashFen: null, accepts: () => true };
    const split = decideSplit(deps, book, ask);
    return split.ok ? decided(splitView(deps, request, split.value)) : split;
  });
};
