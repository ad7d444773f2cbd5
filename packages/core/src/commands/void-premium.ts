import { decided, decideVoid, refused, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { eachApart } from '../jobs/each-apart';
import { finishVoid } from '../jobs/void-premiums';
import type { Command, Outcome } from '../outcome';
import { readPayment } from '../queries/premium.query';
import type { VoidPremium } from '../requests';
import { findPayment, lockPayments, notePayment, voidFactsOf } from '../store/premium.store';
import { writeAudit } from '../store/record.store';
import type { Tx } from '../store/transaction';
import type { PaymentView } from '../views/premium-view';
import { runOnce } from './run-once';

type Answer = { readonly paymentId: string };

/**
 * Marks the payment so that no batch takes it, commits, asks the tax office, and only then gives the money back. The tax office has the last word;
 * while it does not answer, the void stands as asked for and the job finishes it.
 */
export const voidPremium: Command<VoidPremium, PaymentView> = async (deps, requests) => {
  const outcomes = await runOnce<VoidPremium, Answer, void>(
    deps,
    {
      kind: 'void-premium',
      scopeOf: ({ actorId, key }) => ({ holderId: actorId, key }),
      bodyOf: ({ paymentId }) => ({ paymentId }),
      lock: async (tx, all) => {
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
  // What goes wrong from here on is met again, and reported, by the job: the void is recorded and is not taken back by an error.
  await eachApart(marked, (paymentId) => finishVoid(deps, paymentId)).catch(() => undefined);
  const finished: Outcome<PaymentView>[] = [];
  for (const [index, outcome] of outcomes.entries())
    finished.push(outcome.ok ? await cameOf(deps, requests[index] as VoidPremium) : outcome);
  return finished;
};

async function mark(tx: Tx, deps: CoreDeps, { actorId, paymentId }: VoidPremium): Promise<Outcome<Answer>> {
  const payment = await findPayment(tx, paymentId);
  if (payment === undefined) return refused('PREMIUM_PAYMENT_NOT_FOUND');
  const decision = decideVoid({ payment: voidFactsOf(payment), actorId, today: shanghaiDate(deps.now()) });
  if (!decision.ok) return decision;
  if (payment.void_requested_at === null) await notePayment(tx, deps, { id: paymentId, void_requested_at: deps.now() });
  const actor = { kind: 'person', id: actorId } as const;
  await writeAudit(tx, deps, [{ holderId: actorId, actor, action: 'premium-void-requested', subjectId: paymentId }]);
  return decided({ paymentId });
}

/** Neither voided nor still being voided: the tax office said no, now and whenever this request comes again. */
async function cameOf(deps: CoreDeps, { actorId, paymentId }: VoidPremium): Promise<Outcome<PaymentView>> {
  const payment = await findPayment(deps.db, paymentId);
  const stands = payment?.state === 'voided' || (payment?.state === 'applied' && payment.void_requested_at !== null);
  return stands ? decided(await readPayment(deps, { personId: actorId, paymentId })) : refused('PREMIUM_NOT_VOIDABLE');
}
