import { decided } from '@gongji/domain';
import type { Command } from '../outcome';
import type { PreSettle } from '../requests';
import type { SettlementSplit } from '../views/code-view';
import { type Look, noteLooks } from '../store/look.store';
import { decideSplit, openSplitBook, type Split, splitView } from './settlement-split';

/** Says who would pay what, and writes nothing but who looked: the token stays good for the settlement. */
export const preSettle: Command<PreSettle, SettlementSplit> = async (deps, requests) => {
  const book = await openSplitBook(deps.db, deps, requests);
  const looks: Look[] = [];
  const outcomes = requests.map((request) => {
    const ask = { cost: request, institutionId: request.institutionId, agreedCashFen: null, accepts: () => true };
    const split = decideSplit(deps, book, ask);
    if (split.ok) looks.push(...looksOf(request.institutionId, split.value));
    return split.ok ? decided(splitView(deps, request, split.value)) : split;
  });
  await noteLooks(deps, looks);
  return outcomes;
};

/** The patient's code is what it is about, also for each sponsor who is named beside the patient. */
const looksOf = (institutionId: string, { code, deduction }: Split): Look[] =>
  [code.holder_id, ...deduction.legs.map(({ payerId }) => payerId)].map((holderId) => ({
    holderId,
    looker: { kind: 'institution', id: institutionId },
    what: holderId === code.holder_id ? 'split' : 'sponsor-split',
    subjectId: code.id,
  }));
