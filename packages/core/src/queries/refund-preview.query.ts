import {
  AppError,
  type Decision,
  decideRefund,
  fenText,
  POT_TEXT,
  REFUND_REASON_TEXT,
  REFUND_REASONS,
  type RefundCode,
  type RefundReason,
  shanghaiDate,
} from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findKnown } from '../facts/known';
import { findRefundFacts, type RefundFacts } from '../facts/refund';
import { findBinding } from '../store/binding.store';
import { noteLooks } from '../store/look.store';
import { maskedNameOf } from '../store/person.store';
import { findTaken } from '../store/refund.store';
import { findLimitSetAt } from '../store/shared-limit.store';
import type { RefundPreview } from '../views/premium-view';
import { refusalView } from '../views/refusal-view';
import { ruleReference } from '../views/rule-reference';

interface AskPreview {
  readonly actorId: string;
  readonly paymentId: string;
}

/** The decision of the real refund for each reason, without asking for it: where the money goes, by when, and what comes back of the limits. */
export async function previewRefund(deps: CoreDeps, ask: AskPreview): Promise<RefundPreview> {
  const looked = await findRefundFacts(deps.db, deps, { ...ask, reason: 'duplicate' });
  if (!looked.ok) throw AppError.of(looked);
  const facts = looked.value;
  const rule = facts.request.policy.rule('premiumRefund');
  const decisions = (rule?.value.channel === 'here' ? rule.value.reasons : REFUND_REASONS).map((reason) => ({
    reason,
    decision: decideRefund({ ...facts.request, reason }),
  }));
  const { person_id: holderId } = facts.payment;
  const name = (await findKnown(deps.db, deps, [ask.actorId])).nameFor(ask.actorId, facts.person);
  await noteLooks(deps, [{ holderId, looker: { kind: 'person', id: ask.actorId }, what: 'premium', subjectId: holderId }]);
  return {
    paymentId: facts.payment.id,
    amountFen: facts.payment.amount_fen,
    reasons: decisions.map(({ reason, decision }) => ({
      reason,
      text: REFUND_REASON_TEXT[reason],
      refusal: decision.ok ? null : refusalView(decision),
      effect: AFTER[reason](`${name} ${facts.payment.year} 年度`),
    })),
    refusal: refusalOfAll(decisions.map(({ decision }) => decision)),
    legs: (await findTaken(deps.db, facts.payment.id)).map((leg) => ({
      text: `${maskedNameOf(deps, facts.payer)}的${leg.pot === null ? '个人账户' : POT_TEXT[leg.pot]}`,
      amountFen: leg.amount,
    })),
    byWhenText: '没有查到公开的办理时限。税务部门给出日期后会显示在这里，有结果马上通知您。',
    limitTexts: await limitTexts(deps, facts),
    effects: ['提交后不能撤回，由税务部门决定；没有同意的，仍为已缴费。', '退费的申请和结果会通知您和这位亲属。'],
    rule: rule === undefined ? null : ruleReference(rule),
  };
}

/** What it means for the cover: of a double payment only one goes, and who has died or is in the other scheme needs none. */
const AFTER: Readonly<Record<RefundReason, (whoseYear: string) => string>> = {
  duplicate: (whoseYear) =>
    `只退这一笔。另一笔缴费还在的，${whoseYear}仍为已缴费；没有另一笔的，变为未缴费，没有居民医保待遇，要重新参保，可能有待遇等待期。`,
  died: (whoseYear) => `退费后，${whoseYear}变为未缴费，不用再缴。`,
  'moved-to-employee': (whoseYear) =>
    `退费后，${whoseYear}的居民医保变为未缴费，看病用职工医保；以后要重新参加居民医保，可能有待遇等待期。`,
};

/** The one refusal that has nothing to do with the reason; null: at least one reason can be asked for, or each has its own refusal. */
function refusalOfAll(decisions: readonly Decision<unknown, RefundCode>[]): RefundPreview['refusal'] {
  const refusals = decisions.flatMap((decision) => (decision.ok ? [] : [decision]));
  const [first] = refusals;
  const common = first !== undefined && refusals.length === decisions.length && refusals.every(({ code }) => code === first.code);
  return common && first.code !== 'PREMIUM_REFUND_REASON_NOT_SHOWN' ? refusalView(first) : null;
}

/** What is given back is not spent: the limits that still run count it no more. A month that is over has no limit left to give back. */
async function limitTexts(deps: CoreDeps, { payment }: RefundFacts): Promise<string[]> {
  const sum = fenText(payment.amount_fen);
  const [paidIn, now] = [shanghaiDate(payment.submitted_at).slice(0, 7), shanghaiDate(deps.now()).slice(0, 7)];
  const binding = await findBinding(deps.db, payment.binding_id);
  const funds = binding?.grants.find((grant) => grant.kind === 'share-funds' && grant.state !== 'ended');
  const month =
    paidIn === now
      ? `这位亲属本月的限额恢复 ${sum}。`
      : `这笔算在 ${Number(paidIn.slice(0, 4))}年${Number(paidIn.slice(5))}月的限额里，那个月已经结束，不影响本月的限额。`;
  const setAt = await findLimitSetAt(deps.db, payment.holder_id);
  const texts = [
    ...(typeof funds?.capPerMonthFen === 'number' ? [month] : []),
    ...(setAt === undefined || setAt > payment.submitted_at ? [] : [`全体亲属共用限额恢复 ${sum}。`]),
  ];
  return texts.length === 0 ? ['没有设置限额，或限额已经不算这一笔，没有要恢复的额度。'] : texts;
}
