import { decideVoid, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { voidFactsOf } from '../store/premium.store';
import type { PremiumPaymentRow } from '../store/tables';

type AskedToVoid = Pick<PremiumPaymentRow, 'state' | 'void_requested_at'>;

/** The payer has asked for the void; no batch takes the payment until the tax office has said yes or no. */
export const isVoiding = <T extends AskedToVoid>(payment: T): payment is T & { void_requested_at: Date } =>
  payment.state === 'applied' && payment.void_requested_at !== null;

/** The payer can still take it back, and has not asked for that yet. */
export const isVoidable = (deps: CoreDeps, payment: Parameters<typeof voidFactsOf>[0] & AskedToVoid): boolean =>
  !isVoiding(payment) && decideVoid({ payment: voidFactsOf(payment), actorId: payment.holder_id, today: shanghaiDate(deps.now()) }).ok;
