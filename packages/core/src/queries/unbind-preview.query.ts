import {
  AppError,
  type Decision,
  decideUnbind,
  errorNextStep,
  errorText,
  type GrantKind,
  openPaymentStep,
  type RuleKind,
  shanghaiDate,
  unbindEffects,
} from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { ownerPolicyOf } from '../facts/owner-policy';
import { isVoidable, isVoiding } from '../facts/voiding';
import { isSettling } from '../store/code.store';
import { noteLooks } from '../store/look.store';
import { findPerson } from '../store/person.store';
import { findOpenPayments } from '../store/premium.store';
import type { UnbindPreview } from '../views/binding-view';
import { ruleReference } from '../views/rule-reference';
import { type AskBinding, ownBinding } from './binding.query';

export interface AskPreviewUnbind extends AskBinding {
  /** One switch; absent: all that is open. */
  readonly kind?: GrantKind | undefined;
}

/** The decision of the real unbinding, or of closing one switch, without doing it. */
export async function previewUnbind(deps: CoreDeps, ask: AskPreviewUnbind): Promise<UnbindPreview> {
  const binding = await ownBinding(deps, ask);
  const today = shanghaiDate(deps.now());
  const open = await findOpenPayments(deps.db, [binding.id]);
  const payments = open.map((payment) => ({
    paymentId: payment.id,
    state: payment.state,
    voidable: isVoidable(deps, payment),
    voiding: isVoiding(payment),
    clearsBy: payment.clears_by ?? payment.clears_from,
  }));
  const ownerPolicy = ownerPolicyOf(deps, binding, await findPerson(deps.db, binding.ownerId));
  if (ownerPolicy === undefined) throw new AppError('POLICY_NOT_FOUND');
  const request = { binding, actorId: ask.personId, kind: ask.kind ?? null, openPaymentCount: open.length, ownerPolicy, today };
  const decision = decideUnbind(request);
  const ruleKind = decision.ok ? undefined : RULE_BEHIND[decision.code];
  const rule = ruleKind === undefined ? undefined : ownerPolicy.rule(ruleKind);
  const shares = binding.grants.some((grant) => grant.kind === 'share-funds' && grant.state === 'active') && ask.kind !== 'show-code';
  const settling = shares && (await isSettling(deps.db, binding.relativeId, deps.now()));
  const side = binding.ownerId === ask.personId ? 'owner' : 'relative';
  const holderId = side === 'owner' ? binding.relativeId : binding.ownerId;
  await noteLooks(deps, [{ holderId, looker: { kind: 'person', id: ask.personId }, what: 'conditions', subjectId: binding.id }]);
  return {
    bindingId: binding.id,
    ...refusalOf(decision),
    ...(decision.ok || decision.code !== 'BINDING_HAS_OPEN_PAYMENT' ? {} : { nextStep: openPaymentStep({ payments, side, today }) }),
    rule: rule === undefined ? null : ruleReference(rule),
    // Only the payer may look into a payment, and void it.
    openPayments: side === 'owner' ? payments.map(({ paymentId, voidable }) => ({ paymentId, voidable })) : [],
    endsOn: decision.ok ? decision.value.endsOn : today,
    effects: [...(decision.ok ? decision.value.effects : unbindEffects(request)), ...(settling ? [SPLIT_ANEW] : [])],
  };
}

const SPLIT_ANEW = '如果有还没办完的结算，会按结束后的情况重新分摊，机构会请本人重新确认。';

const refusalOf = (decision: Decision<unknown>) => ({
  allowed: decision.ok,
  refusedCode: decision.ok ? null : decision.code,
  refusedText: decision.ok ? null : errorText(decision.code, decision.facts),
  nextStep: decision.ok ? null : errorNextStep(decision.code, decision.facts),
});

const RULE_BEHIND: Readonly<Record<string, RuleKind>> = {
  BINDING_END_NOT_ALLOWED: 'whoMayEnd',
  BINDING_END_TOO_EARLY: 'minMonthsBeforeEnd',
};
