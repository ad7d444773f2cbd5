import { decideApply, decided, type DeductionLeg, type PremiumPlan, refused, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { openPremiumBook, type PremiumBook } from '../facts/premium';
import type { JustHeld } from '../steps/apply-at-tax-office';
import { submitHeld } from '../jobs/submit-premiums';
import { SUBMIT_SECONDS, secondsAfter } from '../steps/take-answer';
import type { Command, Outcome } from '../outcome';
import { lookOfPayer, readPayment } from '../queries/premium.query';
import { gather } from '../request-lists/gather';
import { present, runOnce } from '../request-lists/run-once';
import type { ApplyPremium } from '../requests';
import { lockBindings } from '../store/binding.store';
import type { Movement, PersonalAccount } from '../store/booking';
import { accountIdOf, clearingAccountId, lockAccounts, move, openClearingAccounts, taxAccount } from '../store/ledger.store';
import { noteLooksIn } from '../store/look.store';
import { paymentNumber } from '../store/payment-number';
import { findUsedQuotes, lockLevies, type NewPayment, saveNewPayments } from '../store/premium.store';
import { findQuotes, type StoredQuote } from '../store/quote.store';
import { writeAudit } from '../store/record.store';
import type { Tx } from '../store/transaction';
import type { PaymentView } from '../views/premium-view';

type Kept = { readonly paymentId: string };
/** `held`: only for the request that held the money just now. */
type Answer = Kept & { readonly held?: JustHeld };

/** Holds the money and commits; only then is the tax office asked. Its answer, or the lack of one, becomes the payment's state and what both sides are told. */
export const applyPremium: Command<ApplyPremium, PaymentView> = async (deps, requests) => {
  const outcomes = await holdTogether(deps, requests);
  const held = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  // What goes wrong from here on is met again, and reported, by the job: the money is held and is not released by an error.
  const views = await submitHeld(deps, held).catch(() => undefined);
  return present(
    outcomes,
    requests,
    async ({ paymentId }, { actorId }) => views?.get(paymentId) ?? readPayment(deps, { personId: actorId, paymentId }),
  );
};

/** The list is one transaction. */
const holdList: Command<ApplyPremium, Answer> = (deps, requests) =>
  runOnce<ApplyPremium, Answer, Group, Locked>(
    deps,
    {
      kind: 'apply-premium',
      bodyOf: ({ quoteId }) => ({ quoteId }),
      kept: keptOf,
      lock: lockMoney,
      look: (tx, locked) => look(tx, deps, locked),
      act: (_tx, request, group) => hold(deps, request, group),
      write: (tx, group) => write(tx, deps, group),
      writesAtOnce: true,
    },
    requests,
  );

/** Requests that come at once are one list. */
const holdTogether: Command<ApplyPremium, Answer> = gather(holdList);

const keptOf = ({ paymentId }: Answer): Kept => ({ paymentId });

/** A request that is sent again gets the same answer as the first time. */
const alike =
  (command: Command<ApplyPremium, Answer>): Command<ApplyPremium, Kept> =>
  async (deps, requests) =>
    (await command(deps, requests)).map((outcome) => (outcome.ok ? decided(keptOf(outcome.value)) : outcome));

/** The money is held, and nobody outside has been asked yet. */
export const holdPremium = alike(holdTogether);
/** The same without waiting for others. */
export const holdPremiumList = alike(holdList);

interface Locked {
  readonly quotes: ReadonlyMap<string, StoredQuote>;
  readonly accounts: readonly PersonalAccount[];
}

interface Group extends Pick<Locked, 'quotes'> {
  readonly usedQuotes: ReadonlySet<string>;
  readonly book: PremiumBook;
  /** Decided so far. */
  readonly held: Held[];
}

interface Held {
  readonly payment: NewPayment;
  readonly legs: readonly DeductionLeg[];
}

/** Bindings, levies, accounts. */
async function lockMoney(tx: Tx, requests: readonly ApplyPremium[]): Promise<Locked> {
  const quotes = ownQuotes(
    requests,
    await findQuotes(
      tx,
      requests.map((request) => request.quoteId),
    ),
  );
  const asked = [...quotes.values()];
  const [, , accounts] = await Promise.all([
    lockBindings(
      tx,
      asked.map((quote) => quote.bindingId),
    ),
    lockLevies(tx, asked),
    lockAccounts(
      tx,
      asked.map((quote) => quote.payerId),
    ),
  ]);
  return { quotes, accounts };
}

async function look(tx: Tx, deps: CoreDeps, { quotes, accounts }: Locked): Promise<Group> {
  const asked = [...quotes.values()];
  const [usedQuotes, book] = await Promise.all([
    findUsedQuotes(tx, [...quotes.keys()]),
    openPremiumBook(tx, deps, { asks: asked, accounts }),
  ]);
  return { quotes, usedQuotes, book, held: [] };
}

/** Somebody else's quote leads to no look at, and no wait for, anybody's rows. */
const ownQuotes = (requests: readonly ApplyPremium[], found: ReadonlyMap<string, StoredQuote>): ReadonlyMap<string, StoredQuote> =>
  new Map(
    requests.flatMap(({ actorId, quoteId }) => {
      const quote = found.get(quoteId);
      return quote?.payerId === actorId ? [[quoteId, quote] as const] : [];
    }),
  );

function hold(deps: CoreDeps, { actorId, quoteId }: ApplyPremium, { quotes, usedQuotes, book, held }: Group): Outcome<Answer> {
  const quote = quotes.get(quoteId);
  // Somebody else's quote is answered like one that never was.
  if (quote === undefined || quote.payerId !== actorId) return refused('PREMIUM_PAYMENT_NOT_FOUND');
  // By the rules of the day of the quote: if they change at midnight, what was agreed to stays.
  const { payerId, personId, bindingId, year, levy, terms } = quote;
  const facts = book.find({ payerId, personId, year, levy, rulesOn: shanghaiDate(quote.madeAt) });
  if (!facts.ok) return facts;
  const agreed = { ...terms, payerId, amountFen: quote.amountFen, expiresAt: quote.expiresAt };
  const decision = decideApply({ quote: agreed, current: facts.value.request, now: deps.now() });
  if (!decision.ok) return decision;
  const moved = facts.value.binding?.id !== bindingId || facts.value.person.region_code !== quote.regionCode;
  // The packs themselves were replaced since.
  const replaced = decision.value.policyVersion !== quote.policyVersion;
  if (moved || replaced) return refused('PREMIUM_QUOTE_CHANGED');
  // It was applied for and voided since. A quote stands for one payment, not for any number.
  if (usedQuotes.has(quote.id)) return refused('PREMIUM_QUOTE_EXPIRED');
  const payment = paymentOf(deps, quote, decision.value);
  book.take({ payerId, bindingId, levy: quote, legs: decision.value.legs });
  held.push({ payment, legs: decision.value.legs });
  const left = { capFen: decision.value.monthLeftAfterFen, sharedFen: decision.value.sharedLeftAfterFen };
  return decided({ paymentId: payment.id, held: { payment, left, payer: facts.value.payer, person: facts.value.person } });
}

function paymentOf(deps: CoreDeps, quote: StoredQuote, plan: PremiumPlan): NewPayment {
  const now = deps.now();
  return {
    id: quote.id,
    number: paymentNumber(shanghaiDate(now)),
    holder_id: quote.payerId,
    person_id: quote.personId,
    binding_id: quote.bindingId,
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

async function write(tx: Tx, deps: CoreDeps, { book, held }: Group): Promise<void> {
  const payments = held.map(({ payment }) => payment);
  await Promise.all([
    openClearingAccounts(
      tx,
      deps,
      payments.map((payment) => taxAccount(payment.region_code)),
    ),
    saveNewPayments(tx, payments),
    move(tx, deps, { accounts: book.accounts, movements: held.flatMap((each) => holdsOf(each, book)) }),
    writeAudit(
      tx,
      deps,
      payments.map(({ holder_id: id, id: subjectId }) => ({
        holderId: id,
        actor: { kind: 'person', id },
        action: 'premium-held',
        subjectId,
      })),
    ),
    noteLooksIn(tx, deps, payments.map(lookOfPayer)),
  ]);
}

const holdsOf = ({ payment, legs }: Held, { accounts }: PremiumBook): readonly Movement[] =>
  legs.flatMap((leg) =>
    leg.pots.map(({ pot, amountFen }) => ({
      kind: 'pending',
      requestId: `hold/${pot}`,
      holderId: leg.payerId,
      fromAccountId: accountIdOf(accounts, leg.payerId, pot),
      toAccountId: clearingAccountId(taxAccount(payment.region_code)),
      amountFen,
      reason: 'premium-hold',
      subjectId: payment.id,
      forPersonId: payment.person_id,
    })),
  );
