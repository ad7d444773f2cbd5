import { decideApply, decided, type DeductionLeg, type PremiumPlan, refused, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findPremiumFacts, type PremiumFacts } from '../facts/premium';
import { eachApart } from '../jobs/each-apart';
import { submitPremium } from '../jobs/submit-premiums';
import { secondsAfter } from '../jobs/take-answer';
import type { Command, Outcome } from '../outcome';
import { readPayment } from '../queries/premium.query';
import type { ApplyPremium } from '../requests';
import { lockBindings } from '../store/binding.store';
import { accountIdOf, lockAccounts, type Movement, move, openClearingAccount, taxAccount } from '../store/ledger.store';
import { maskedNameOf } from '../store/person.store';
import { isQuoteUsed, lockLevies } from '../store/premium.store';
import { findQuotes, type StoredQuote } from '../store/quote.store';
import { tell, writeAudit } from '../store/record.store';
import type { PremiumPaymentRow } from '../store/tables';
import type { Tx } from '../store/transaction';
import { premiumNotice } from '../texts/notices';
import type { PaymentView } from '../views/premium-view';
import { present, runOnce } from './run-once';

/** The request itself submits; after so long the job takes it that the process died. */
const SUBMIT_SECONDS = 10;

type Answer = { readonly paymentId: string };

/** Holds the money and commits; only then is the tax office asked. What it answers, or that it did not, is the payment's state. */
export const applyPremium: Command<ApplyPremium, PaymentView> = async (deps, requests) => {
  const outcomes = await runOnce<ApplyPremium, Answer, void>(
    deps,
    {
      kind: 'apply-premium',
      scopeOf: ({ actorId, key }) => ({ holderId: actorId, key }),
      bodyOf: ({ quoteId }) => ({ quoteId }),
      lock: lockMoney,
      act: (tx, request) => hold(tx, deps, request),
    },
    requests,
  );
  const held = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.paymentId] : []));
  // What goes wrong from here on is met again, and reported, by the job: the money is held and is not released by an error.
  await eachApart(held, (paymentId) => submitPremium(deps, paymentId)).catch(() => undefined);
  return present(outcomes, requests, ({ paymentId }, { actorId }) => readPayment(deps, { personId: actorId, paymentId }));
};

/** Bindings, levies, accounts. */
async function lockMoney(tx: Tx, requests: readonly ApplyPremium[]): Promise<void> {
  const quotes = [
    ...(
      await findQuotes(
        tx,
        requests.map((request) => request.quoteId),
      )
    ).values(),
  ];
  await lockBindings(
    tx,
    quotes.map((quote) => quote.bindingId),
  );
  await lockLevies(tx, quotes);
  await lockAccounts(
    tx,
    quotes.map((quote) => quote.payerId),
  );
}

async function hold(tx: Tx, deps: CoreDeps, { actorId, quoteId }: ApplyPremium): Promise<Outcome<Answer>> {
  const quote = (await findQuotes(tx, [quoteId])).get(quoteId);
  // Somebody else's quote is answered like one that never was.
  if (quote === undefined || quote.payerId !== actorId) return refused('PREMIUM_PAYMENT_NOT_FOUND');
  // The rules of the day it was quoted: that they change at midnight changes nothing that was agreed to.
  const facts = await findPremiumFacts(tx, deps, { ...quote, rulesOn: shanghaiDate(quote.madeAt) });
  if (!facts.ok) return facts;
  const agreed = { ...quote, ...quote.terms };
  const decision = decideApply({ quote: agreed, current: facts.value.request, now: deps.now() });
  if (!decision.ok) return decision;
  const moved = facts.value.binding?.id !== quote.bindingId || facts.value.person.region_code !== quote.regionCode;
  // The packs themselves were replaced since.
  const replaced = decision.value.policyVersion !== quote.policyVersion;
  if (moved || replaced) return refused('PREMIUM_QUOTE_CHANGED');
  // Applied for and voided since: what is agreed to is one payment, not as many as one likes.
  if (await isQuoteUsed(tx, quote.id)) return refused('PREMIUM_QUOTE_EXPIRED');
  const payment = paymentOf(deps, quote, decision.value);
  await write(tx, deps, { payment, facts: facts.value, plan: decision.value });
  return decided({ paymentId: payment.id });
}

function paymentOf(deps: CoreDeps, quote: StoredQuote, plan: PremiumPlan): PremiumPaymentRow {
  const now = deps.now();
  const open = { tax_number: null, batch_id: null, void_requested_at: null };
  const times = { applied_at: null, clearing_at: null, paid_at: null, posted_at: null, closed_at: null };
  return {
    ...open,
    ...times,
    id: deps.newId(),
    number: paymentNumber(deps),
    holder_id: quote.payerId,
    person_id: quote.personId,
    binding_id: quote.bindingId,
    quote_id: quote.id,
    year: quote.year,
    region_code: quote.regionCode,
    amount_fen: plan.amountFen,
    state: 'submitting',
    reason: 'held',
    clearing_way: plan.clearingWay,
    benefit_starts_on: plan.benefit.startsOn,
    clears_from: plan.clearingEarliestOn,
    clears_by: plan.clearingExpectedOn,
    voidable_until: plan.voidableUntil,
    next_check_at: secondsAfter(now, SUBMIT_SECONDS),
    submitted_at: now,
    changed_at: now,
  };
}

/** For people to read out: the date and twelve digits that say nothing about anybody. */
function paymentNumber(deps: CoreDeps): string {
  const digits = (deps.randomBytes(6).readUIntBE(0, 6) % 10 ** 12).toString().padStart(12, '0');
  return `GJ${shanghaiDate(deps.now()).replaceAll('-', '')}${digits}`;
}

interface Held {
  readonly payment: PremiumPaymentRow;
  readonly facts: PremiumFacts;
  readonly plan: PremiumPlan;
}

async function write(tx: Tx, deps: CoreDeps, { payment, facts, plan }: Held): Promise<void> {
  const taxAccountId = await openClearingAccount(tx, deps, taxAccount(payment.region_code));
  await tx.insertInto('premium_payments').values(payment).execute();
  const movements = plan.legs.flatMap((leg) => holdsOf(leg, { payment, facts, taxAccountId }));
  await move(tx, deps, { accounts: facts.accounts, movements });
  const actor = { kind: 'person', id: payment.holder_id } as const;
  await writeAudit(tx, deps, [{ holderId: payment.holder_id, actor, action: 'premium-held', subjectId: payment.id }]);
  const { holder_id: holderId, id: subjectId, amount_fen: amountFen, year } = payment;
  const forName = maskedNameOf(deps, facts.person);
  await tell(tx, deps, [premiumNotice({ holderId, subjectId, action: 'premium-held', amountFen, year, forName })]);
}

const holdsOf = (
  leg: DeductionLeg,
  { payment, facts, taxAccountId }: { readonly payment: PremiumPaymentRow; readonly facts: PremiumFacts; readonly taxAccountId: string },
): readonly Movement[] =>
  leg.pots.map(({ pot, amountFen }) => ({
    kind: 'pending',
    requestId: `premium/${payment.id}/${pot}`,
    holderId: leg.payerId,
    fromAccountId: accountIdOf(facts.accounts, leg.payerId, pot),
    toAccountId: taxAccountId,
    amountFen,
    reason: 'premium-hold',
    subjectId: payment.id,
    forPersonId: payment.person_id,
  }));
