import { decided, decideVoid, refused, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { eachApart } from '../request-lists/each-apart';
import { finishVoid } from '../steps/finish-void';
import type { Command, Outcome } from '../outcome';
import { readPayment } from '../queries/premium.query';
import { gather } from '../request-lists/gather';
import { runOnce } from '../request-lists/run-once';
import type { VoidPremium } from '../requests';
import { findPayment, lockPayments, markVoiding, voidFactsOf } from '../store/premium.store';
import { writeAudit } from '../store/record.store';
import type { PremiumPaymentRow } from '../store/tables';
import type { Tx } from '../store/transaction';
import type { PaymentView } from '../views/premium-view';

type Answer = { readonly paymentId: string };

/**
 * Marks the payment so that no batch takes it, commits, asks the tax office, and only then gives the money back. The tax office has the last word;
 * while it does not answer, the void stands as asked for and the job finishes it.
 */
export const voidPremium: Command<VoidPremium, PaymentView> = async (deps, requests) => {
  const outcomes = await markVoid(deps, requests);
  const marked = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.paymentId] : []));
  // What goes wrong from here on is met again, and reported, by the job: the void is recorded and is not taken back by an error.
  await eachApart(marked, (paymentId) => finishVoid(deps, paymentId)).catch(() => undefined);
  return Promise.all(outcomes.map(async (outcome, index) => (outcome.ok ? cameOf(deps, requests[index] as VoidPremium) : outcome)));
};

interface Group {
  readonly payments: ReadonlyMap<string, PremiumPaymentRow>;
  readonly marked: PremiumPaymentRow[];
}

const markVoidList: Command<VoidPremium, Answer> = (deps, requests) =>
  runOnce<VoidPremium, Answer, Group>(
    deps,
    {
      kind: 'void-premium',
      bodyOf: ({ paymentId }) => ({ paymentId }),
      lock: async (tx, all) => {
        const ids = all.map((request) => request.paymentId);
        return { payments: await lockPayments(tx, ids), marked: [] };
      },
      act: (_tx, request, group) => mark(deps, request, group),
      write: (tx, { marked }) => write(tx, deps, marked),
    },
    requests,
  );

/** Requests that come at once are one list. */
const markVoid: Command<VoidPremium, Answer> = gather(markVoidList);

function mark(deps: CoreDeps, { actorId, paymentId }: VoidPremium, { payments, marked }: Group): Outcome<Answer> {
  const payment = payments.get(paymentId);
  if (payment === undefined) return refused('PREMIUM_PAYMENT_NOT_FOUND');
  const decision = decideVoid({ payment: voidFactsOf(payment), actorId, today: shanghaiDate(deps.now()) });
  if (!decision.ok) return decision;
  marked.push(payment);
  return decided({ paymentId });
}

async function write(tx: Tx, deps: CoreDeps, marked: readonly PremiumPaymentRow[]): Promise<void> {
  await markVoiding(
    tx,
    deps,
    marked.map((payment) => payment.id),
  );
  await writeAudit(
    tx,
    deps,
    marked.map(({ id: subjectId, holder_id: id }) => ({
      holderId: id,
      actor: { kind: 'person', id },
      action: 'premium-void-requested',
      subjectId,
    })),
  );
}

/** If it is neither voided nor still being voided, the tax office said no: the answer now, and whenever this request is sent again. */
async function cameOf(deps: CoreDeps, { actorId, paymentId }: VoidPremium): Promise<Outcome<PaymentView>> {
  const payment = await findPayment(deps.db, paymentId);
  const stands = payment?.state === 'voided' || (payment?.state === 'applied' && payment.void_requested_at !== null);
  return stands ? decided(await readPayment(deps, { personId: actorId, paymentId })) : refused('PREMIUM_NOT_VOIDABLE');
}
