import { monthCapLeft, shanghaiDate, sharedLeft, ZERO } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findKnown } from '../facts/known';
import { sharedLimitIn } from '../facts/shared-limit';
import { findBindings } from '../store/binding.store';
import { lockAccounts, type Movement, move } from '../store/ledger.store';
import { findPersons } from '../store/person.store';
import { findHolds, type PaymentStep, stepPayments } from '../store/premium.store';
import { tell, writeAudit } from '../store/record.store';
import { findSpentInMonth } from '../store/spending.store';
import { findStoredLimits } from '../store/shared-limit.store';
import type { PremiumPaymentRow } from '../store/tables';
import type { Tx } from '../store/transaction';
import { coverNotice, type PremiumAction, premiumNotice } from '../texts/notices';
import { carryOverReleased } from './carry-over-released';

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
  await record(
    tx,
    deps,
    closings.map((closing) => ({ payment: closing.payment, action: actionOf(closing) })),
  );
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

interface Closed {
  readonly payment: PremiumPaymentRow;
  readonly action: PremiumAction;
}

async function record(tx: Tx, deps: CoreDeps, closed: readonly Closed[]): Promise<void> {
  const payments = closed.map(({ payment }) => payment);
  const readerIds = payments.flatMap((payment) => [payment.holder_id, payment.person_id]);
  const people = await findPersons(tx, readerIds);
  const known = await findKnown(tx, deps, readerIds);
  const bindingIds = payments.map((payment) => payment.binding_id);
  const bindings = await findBindings(tx, bindingIds);
  const today = shanghaiDate(deps.now());
  const spent = await findSpentInMonth(tx, bindingIds, today);
  const limits = await findStoredLimits(
    tx,
    payments.map((payment) => payment.holder_id),
  );
  await writeAudit(
    tx,
    deps,
    closed.map(({ payment, action }) => ({ holderId: payment.holder_id, actor: { kind: 'job' }, action, subjectId: payment.id })),
  );
  const notices = closed.flatMap(({ payment, action }) => {
    const [payer, person] = [people.get(payment.holder_id), people.get(payment.person_id)];
    const { holder_id: holderId, person_id: personId, id: subjectId, amount_fen: amountFen, year } = payment;
    const binding = bindings.get(payment.binding_id);
    const policy = payer === undefined ? undefined : deps.policies.policyFor(payer.region_code, today);
    const left = {
      capFen: binding === undefined ? null : monthCapLeft(binding, spent.get(binding.id) ?? ZERO),
      sharedFen: policy === undefined ? null : sharedLeft(sharedLimitIn(policy, limits.get(holderId))),
    };
    return [
      premiumNotice({ holderId, subjectId, action, amountFen, year, forName: known.nameFor(holderId, person), left }),
      coverNotice({ personId, subjectId, action, year, payerName: known.nameFor(personId, payer) }),
    ];
  });
  await tell(tx, deps, notices);
}
