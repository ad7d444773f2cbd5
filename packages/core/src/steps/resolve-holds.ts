import type { CoreDeps } from '../deps';
import type { Movement } from '../store/booking';
import { lockAccounts, move } from '../store/ledger.store';
import { findHolds, type PaymentStep, stepPayments } from '../store/premium.store';
import { writeAudit } from '../store/record.store';
import type { PremiumPaymentRow } from '../store/tables';
import type { Tx } from '../store/transaction';
import type { PremiumAction } from '../texts/notices';
import { carryOverReleased } from './carry-over';
import { tellPremiums } from './tell-premiums';

export interface Closing {
  /** Locked. */
  readonly payment: PremiumPaymentRow;
  readonly step: PaymentStep;
}

/** The money is taken: holds are posted to the tax office's account. */
export const takeHolds = (tx: Tx, deps: CoreDeps, closings: readonly Closing[]): Promise<void> =>
  closeHolds(tx, deps, { closings, kind: 'post-pending', reason: 'premium-paid', actionOf: () => 'premium-paid' });

/** The money is given back: holds are voided. */
export const releaseHolds = (tx: Tx, deps: CoreDeps, closings: readonly Closing[]): Promise<void> =>
  closeHolds(tx, deps, { closings, kind: 'void-pending', reason: 'premium-released', actionOf: released });

/** Whoever took a payment back has not failed to pay: both sides read what was done. */
const released = ({ step }: Closing): PremiumAction => (step.reason === 'voided' ? 'premium-voided' : 'premium-released');

interface Way extends Pick<Movement, 'kind' | 'reason'> {
  readonly closings: readonly Closing[];
  readonly actionOf: (closing: Closing) => PremiumAction;
}

/** Payments are locked by the caller, accounts here, in the order of docs/money.md. Each hold has one resolution, by a unique key. */
async function closeHolds(tx: Tx, deps: CoreDeps, { closings, kind, reason, actionOf }: Way): Promise<void> {
  if (closings.length === 0) return;
  const payments = closings.map((closing) => closing.payment);
  const accounts = await lockAccounts(
    tx,
    payments.map((payment) => payment.holder_id),
  );
  const holds = await findHolds(
    tx,
    payments.map((payment) => payment.id),
  );
  const movements = holds.map(
    (hold): Movement => ({
      kind,
      reason,
      requestId: `${hold.request_id}/${kind}`,
      holderId: hold.holder_id,
      fromAccountId: hold.from_account_id,
      toAccountId: hold.to_account_id,
      amountFen: hold.amount,
      subjectId: hold.subject_id,
      forPersonId: hold.for_person_id,
      pendingId: hold.id,
    }),
  );
  const carried = kind === 'void-pending' ? await carryOverReleased(tx, deps, { accounts, holds }) : [];
  await move(tx, deps, { accounts, movements: [...movements, ...carried] });
  for (const alike of byStep(closings)) await stepPayments(tx, deps, alike);
  const news = closings.map((closing) => ({ payment: closing.payment, action: actionOf(closing) }));
  await writeAudit(
    tx,
    deps,
    news.map(({ payment, action }) => ({ holderId: payment.holder_id, actor: { kind: 'job' }, action, subjectId: payment.id })),
  );
  await tellPremiums(tx, deps, news);
}

interface Alike {
  readonly step: PaymentStep;
  readonly payments: PremiumPaymentRow[];
}

/** One statement for all that step alike: of a batch that is everyone but those whose number at the tax office changed. */
function byStep(closings: readonly Closing[]): readonly Alike[] {
  const groups = new Map<string, Alike>();
  for (const { payment, step } of closings) {
    const { tax_number: taxNumber, ...rest } = step;
    const alike = taxNumber === undefined || taxNumber === payment.tax_number ? rest : step;
    const key = JSON.stringify(alike);
    const group: Alike = groups.get(key) ?? { step: alike, payments: [] };
    group.payments.push(payment);
    groups.set(key, group);
  }
  return [...groups.values()];
}
