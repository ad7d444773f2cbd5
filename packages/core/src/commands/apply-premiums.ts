import { decided, refused } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findKnown } from '../facts/known';
import type { Command, Outcome } from '../outcome';
import { runOnce } from '../request-lists/run-once';
import type { ApplyPremiums } from '../requests';
import { cardAsOf, findPersons } from '../store/person.store';
import { findQuotes } from '../store/quote.store';
import type { Tx } from '../store/transaction';
import type { AppliedItem, AppliedList, PaymentView } from '../views/premium-view';
import { refusalView } from '../views/refusal-view';
import { applyPremium } from './apply-premium';

type Answer = { readonly quoteIds: readonly string[] };

/**
 * Several premiums agreed to with one tap. The list is kept under the request's key first, then each quote is applied for under a key that follows from
 * it, so that a request that comes again after a kill at any moment finishes what it began and pays nothing twice. One that is refused leaves the others.
 */
export const applyPremiums: Command<ApplyPremiums, AppliedList> = async (deps, requests) => {
  const outcomes = await runOnce<ApplyPremiums, Answer, void>(
    deps,
    {
      kind: 'apply-premiums',
      bodyOf: ({ quoteIds }) => ({ quoteIds }),
      lock: async () => undefined,
      act: (tx, request) => agree(tx, request),
    },
    requests,
  );
  const answers: Outcome<AppliedList>[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const request = requests[index] as ApplyPremiums;
    answers.push(outcome.ok ? decided(await applyAll(deps, { ...request, quoteIds: outcome.value.quoteIds })) : outcome);
  }
  return answers;
};

/** Somebody else's quote is answered like one that never was, and nothing of the list is begun. */
async function agree(tx: Tx, { actorId, quoteIds }: ApplyPremiums): Promise<Outcome<Answer>> {
  const quotes = await findQuotes(tx, quoteIds);
  const own = quoteIds.every((quoteId) => quotes.get(quoteId)?.payerId === actorId);
  return own ? decided({ quoteIds }) : refused('PREMIUM_PAYMENT_NOT_FOUND');
}

async function applyAll(deps: CoreDeps, { key, actorId, quoteIds }: ApplyPremiums): Promise<AppliedList> {
  const outcomes = await applyPremium(
    deps,
    // A colon cannot be in a key that comes from outside.
    quoteIds.map((quoteId, index) => ({ key: `${key}:${index + 1}`, actorId, quoteId })),
  );
  const quotes = await findQuotes(deps.db, quoteIds);
  const people = await findPersons(
    deps.db,
    [...quotes.values()].map((quote) => quote.personId),
  );
  const known = await findKnown(deps.db, deps, [actorId]);
  const items = quoteIds.flatMap((quoteId, index): AppliedItem[] => {
    const [quote, outcome] = [quotes.get(quoteId), outcomes[index]];
    const person = quote === undefined ? undefined : people.get(quote.personId);
    if (quote === undefined || person === undefined || outcome === undefined) return [];
    // Where they are insured is told as it was quoted: the same list may come again when the two are bound no more.
    return [
      {
        quoteId,
        person: cardAsOf(deps, person, { mark: known.markOf(actorId, person.id), regionCode: quote.regionCode }),
        ...cameOf(outcome),
      },
    ];
  });
  return { items };
}

const cameOf = (outcome: Outcome<PaymentView>): Pick<AppliedItem, 'payment' | 'refusal'> =>
  outcome.ok ? { payment: outcome.value, refusal: null } : { payment: null, refusal: refusalView(outcome) };
