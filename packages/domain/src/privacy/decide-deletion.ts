import type { UnbindCode } from '../binding/decide-unbind';
import { type Decision, decided, type Refused, refused } from '../decision';
import { fenText, type Fen } from '../money';

/** Not ended, on either side. */
export interface StandingBinding {
  readonly bindingId: string;
  /** Masked name of the other side. */
  readonly other: string;
  /** Why the person cannot end it today; null: they can. */
  readonly refusal: Refused<UnbindCode> | null;
}

/** What somebody who wants their account deleted is still in the middle of. */
export interface DeletionFacts {
  readonly bindings: readonly StandingBinding[];
  /** Held for premiums that are under way. */
  readonly frozenFen: Fen;
  /** Paid by this person and not over: applied for, waiting for the tax office, or being refunded. */
  readonly openPayments: readonly { readonly paymentId: string; readonly person: string; readonly voidable: boolean }[];
  /** A counter has scanned the person's code and not settled yet. */
  readonly settling: boolean;
}

/** One thing in the way, and what ends it. */
export interface DeletionBlock {
  readonly kind: 'binding' | 'payment' | 'money' | 'settlement';
  readonly text: string;
  readonly nextStep: string;
  /** The binding or the payment. */
  readonly subjectId: string | null;
}

/** Everything in the way at once, so that nobody is sent back twice. Money in the account is none: it stays with the insurance, and so does its history. */
export function deletionBlocks({ bindings, frozenFen, openPayments, settling }: DeletionFacts): readonly DeletionBlock[] {
  return [
    ...bindings.map(
      ({ bindingId, other, refusal }): DeletionBlock => ({
        kind: 'binding',
        text: `和 ${other} 的绑定还没有结束`,
        nextStep: stepToEnd(refusal),
        subjectId: bindingId,
      }),
    ),
    ...openPayments.map(
      ({ paymentId, person, voidable }): DeletionBlock => ({
        kind: 'payment',
        text: `替 ${person} 代缴的居民医保费还没有办完`,
        nextStep: voidable ? '看这笔代缴：可以作废，或等办完' : '看这笔代缴，等它办完',
        subjectId: paymentId,
      }),
    ),
    ...(frozenFen > 0 && openPayments.length === 0
      ? [{ kind: 'money', text: `还有 ${fenText(frozenFen)} 冻结着`, nextStep: '等解除冻结后再来', subjectId: null } as const]
      : []),
    ...(settling
      ? [
          {
            kind: 'settlement',
            text: '有医药机构扫了您的医保码，还没有结算',
            nextStep: '等结算办完，最多 15 分钟',
            subjectId: null,
          } as const,
        ]
      : []),
  ];
}

function stepToEnd(refusal: StandingBinding['refusal']): string {
  if (refusal?.code === 'BINDING_END_TOO_EARLY') return `最早${refusal.facts?.['date']}可以解绑；在那之前可以先暂停，不会有新的扣款`;
  if (refusal?.code === 'BINDING_END_NOT_ALLOWED') return '按规定由共济人解绑，请联系TA';
  return '先解绑，会告诉您解绑后怎样';
}

/** ACCOUNT_DELETION_BLOCKED while anything is in the way. */
export function decideDeletion(facts: DeletionFacts): Decision<Readonly<Record<string, never>>, 'ACCOUNT_DELETION_BLOCKED'> {
  const count = deletionBlocks(facts).length;
  return count === 0 ? decided({}) : refused('ACCOUNT_DELETION_BLOCKED', { count });
}

/** What a person types to say that they mean it. */
export const DELETION_WORDS = '注销账户';

export interface KeptAfterDeletion {
  readonly what: string;
  readonly why: string;
  readonly until: string;
  /** Nobody has confirmed that the duty holds here. */
  readonly assumed: boolean;
}

export const DELETION_EFFECTS: { readonly deletes: readonly string[]; readonly keeps: readonly KeptAfterDeletion[] } = {
  deletes: [
    '姓名、证件号码、出生日期和微信登录标识',
    '所有手机的登录、手机名称、离线医保码和正在显示的医保码',
    '您的全部消息、扣款顺序',
    '以后凭证和家人的记录里，您只显示为“已注销的人”',
  ],
  keeps: [
    {
      what: '个人账户的账目、结算和代缴记录（不再有姓名）',
      why: '《会计法》《会计档案管理办法》：账目要能查、不能改',
      until: '30 年',
      assumed: true,
    },
    {
      what: '绑定的签名、同意和撤回、谁看过谁、办理日志（不再有姓名）',
      why: '《个人信息保护法》第五十五、五十六条和诉讼时效：有争议时要能说清',
      until: '3 年',
      assumed: true,
    },
    {
      what: '您写的投诉建议和答复（包括您留的电话，加密保存）',
      why: '投诉要能按编号查到怎么答复的',
      until: '3 年',
      assumed: true,
    },
    {
      what: '您的医保参保关系和个人账户里的钱',
      why: '它们归医保经办机构管，注销本程序的账户不影响看病和余额',
      until: '不受影响',
      assumed: false,
    },
  ],
};
