import { decided, decideRefund } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findRefundFacts } from '../facts/refund';
import { eachApart } from '../request-lists/each-apart';
import { finishRefund } from '../jobs/refund-premiums';
import { tellRefund } from '../steps/tell-refund';
import type { Command, Outcome } from '../outcome';
import { readPayment } from '../queries/premium.query';
import { present, runOnce } from '../request-lists/run-once';
import type { RefundPremium } from '../requests';
import { holdPersons } from '../store/person.store';
import { lockPayments, stepPayments } from '../store/premium.store';
import { writeAudit } from '../store/record.store';
import { saveRefund } from '../store/refund.store';
import type { Tx } from '../store/transaction';
import type { PaymentView } from '../views/premium-view';

type Answer = { readonly paymentId: string };

/**
 * Marks the payment as being refunded, commits, and only then asks the tax office. What it answers, at once or later, is the payment's state: the money
 * comes back when it has said so, and a refund that it refuses leaves the payment as it was.
 */
export const refundPremium: Command<RefundPremium, PaymentView> = async (deps, requests) => {
  const outcomes = await runOnce<RefundPremium, Answer, void>(
    deps,
    {
      kind: 'refund-premium',
      bodyOf: ({ paymentId, reason }) => ({ paymentId, reason }),
      lock: async (tx, all) => {
        // What comes back needs an account to come back to.
        await holdPersons(
          tx,
          all.map((request) => request.actorId),
        );
        await lockPayments(
          tx,
          all.map((request) => request.paymentId),
        );
      },
      act: (tx, request) => mark(tx, deps, request),
    },
    requests,
  );
  const marked = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.paymentId] : []));
  // What goes wrong from here on is met again, and reported, by the job: the refund is recorded and is not taken back by an error.
  await eachApart(marked, (paymentId) => finishRefund(deps, paymentId)).catch(() => undefined);
  return present(outcomes, requests, ({ paymentId }, { actorId }) => readPayment(deps, { personId: actorId, paymentId }));
};

async function mark(tx: Tx, deps: CoreDeps, { actorId, paymentId, reason }: RefundPremium): Promise<Outcome<Answer>> {
  const facts = await findRefundFacts(tx, deps, { actorId, paymentId, reason });
  if (!facts.ok) return facts;
  const decision = decideRefund(facts.value.request);
  if (!decision.ok) return decision;
  const { payment } = facts.value;
  await saveRefund(tx, deps, { payment, reason });
  await stepPayments(tx, deps, { payments: [payment], step: { ...decision.value, next_check_at: deps.now() } });
  const actor = { kind: 'person', id: actorId } as const;
  await writeAudit(tx, deps, [{ holderId: actorId, actor, action: 'premium-refund-asked', subjectId: paymentId, reason }]);
  await tellRefund(tx, deps, { payment, action: 'premium-refund-asked' });
  return decided({ paymentId });
}
