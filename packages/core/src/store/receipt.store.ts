import type { Fen, Pot } from '@gongji/domain';
import { anyOf } from './any-of';
import type { PremiumPaymentRow } from './tables';
import type { Reader } from './transaction';

export const findPaymentByNumber = (reader: Reader, number: string): Promise<PremiumPaymentRow | undefined> =>
  reader.selectFrom('premium_payments').selectAll().where('number', '=', number).executeTakeFirst();

/** What payments took from which pot of whom, as it was held. A void, a posting and a refund are lines of their own and change none of these. */
export async function findHeldParts(reader: Reader, paymentIds: readonly string[]): Promise<readonly HeldPart[]> {
  const rows = await reader
    .selectFrom('transfers')
    .innerJoin('accounts', 'accounts.id', 'transfers.from_account_id')
    .select(['transfers.subject_id', 'accounts.holder_id', 'accounts.pot', 'transfers.amount'])
    .where('transfers.subject_id', '=', anyOf(paymentIds))
    .where('transfers.kind', '=', 'pending')
    .where('transfers.reason', '=', 'premium-hold')
    .orderBy('accounts.holder_id')
    .orderBy('accounts.pot')
    .execute();
  return rows.map(({ subject_id: paymentId, holder_id: payerId, pot, amount: amountFen }) => {
    if (pot === null) throw new Error('a premium was held on an account that has no pot');
    return { paymentId, payerId, pot, amountFen };
  });
}

export interface HeldPart {
  readonly paymentId: string;
  readonly payerId: string;
  readonly pot: Pot;
  readonly amountFen: Fen;
}
