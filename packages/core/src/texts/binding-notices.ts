import { type GrantKind, shanghaiTimeText } from '@gongji/domain';
import type { Notice } from '../store/record.store';

// What both sides of a binding are told, in neutral words: no hospital, no drug, and after an end nothing of the other side's money.

export type BindingAction =
  | 'binding-made'
  | 'binding-proposed'
  | 'binding-accepted'
  | 'binding-declined'
  | 'binding-withdrawn'
  | 'binding-ended'
  | 'binding-expired'
  | 'binding-ran-out'
  | 'binding-ended-itself'
  | 'grant-opened'
  | 'grant-proposed'
  | 'grant-paused'
  | 'grant-resumed'
  | 'grant-closed'
  | 'grant-came-of-age'
  | 'terms-changed';

type Side = 'owner' | 'relative';

interface BindingNews {
  readonly holderId: string;
  readonly subjectId: string;
  readonly action: BindingAction;
  /** The switches it is about. */
  readonly kinds: readonly GrantKind[];
  /** Masked name of the other side. */
  readonly otherName: string;
  /** Which side of the binding the reader is. */
  readonly side: Side;
  /** The reader did it. */
  readonly mine: boolean;
  /** Until when what waits for the relative can be agreed to; null: nothing waits. */
  readonly acceptBy: Date | null;
}

const GRANT_NAME: Readonly<Record<GrantKind, Readonly<Record<Side, string>>>> = {
  'show-code': { owner: '“出示TA的医保码”', relative: '“由TA出示您的医保码”' },
  'share-funds': { owner: '“用您的个人账户帮TA付”', relative: '“用TA的个人账户帮您付”' },
};

const BINDING_TITLE: Readonly<Record<BindingAction, string>> = {
  'binding-made': '亲情账户已绑定',
  'binding-proposed': '亲情账户等待确认',
  'binding-accepted': '亲情账户已确认',
  'binding-declined': '亲情账户未确认',
  'binding-withdrawn': '亲情账户邀请已撤回',
  'binding-ended': '亲情账户已解绑',
  'binding-expired': '亲情账户邀请已过期',
  'binding-ran-out': '亲情账户已到期',
  'binding-ended-itself': '亲情账户已自动结束',
  'grant-opened': '亲情账户开关已打开',
  'grant-proposed': '亲情账户等待确认',
  'grant-paused': '亲情账户已暂停',
  'grant-resumed': '亲情账户已恢复',
  'grant-closed': '亲情账户开关已关闭',
  'grant-came-of-age': '亲情账户等待本人确认',
  'terms-changed': '亲情账户设置有变化',
};

/** The other side's masked name, the switches as the reader knows them, who did it, and until when it waits. */
interface Said {
  readonly other: string;
  readonly what: string;
  readonly mine: boolean;
  readonly until: string;
}
type Wording = Readonly<Record<Side, (said: Said) => string>>;

const both = (wording: (said: Said) => string): Wording => ({ owner: wording, relative: wording });
const whoDid = ({ mine, other }: Said): string => (mine ? '您' : other);
/** Whichever relative it is: somebody may be bound to several. */
const whatWith = ({ mine, other, what }: Said): string => `与${mine ? other : '您'}的${what}`;

const BINDING_TEXT: Readonly<Record<BindingAction, Wording>> = {
  'binding-made': {
    owner: ({ other }) => `您与${other}的亲情账户绑定已办好。`,
    relative: ({ other }) => `${other}与您的亲情账户绑定已办好。如果不是您的近亲属，请解绑并投诉。`,
  },
  'binding-proposed': {
    owner: ({ other, until }) => `已向${other}发出绑定邀请，请TA在 ${until} 前登录确认。`,
    relative: ({ other, until }) => `${other}邀请您绑定亲情账户，请在 ${until} 前查看并确认；不认识TA请选择不同意。`,
  },
  'binding-accepted': { owner: ({ other }) => `${other}已同意绑定。`, relative: ({ other }) => `您已同意与${other}绑定。` },
  'binding-declined': {
    owner: ({ other }) => `${other}没有同意绑定中需要TA确认的部分。`,
    relative: ({ other }) => `您没有同意${other}的邀请。`,
  },
  'binding-withdrawn': {
    owner: ({ other }) => `您已撤回给${other}的邀请，原来的链接不能再用。`,
    relative: ({ other }) => `${other}已撤回邀请，您不需要办理。`,
  },
  'binding-ended': {
    owner: ({ other, mine }) => `${mine ? `您已与${other}解绑亲情账户` : `${other}解绑了与您的亲情账户`}，从现在起不会再有扣款。`,
    relative: ({ other, mine }) =>
      mine
        ? `您已与${other}解绑亲情账户，TA不能再出示您的医保码，也不再帮您付。`
        : `${other}解绑了与您的亲情账户，不能再出示您的医保码，也不再帮您付。`,
  },
  'binding-expired': {
    owner: ({ other, what }) => `${other}没有在期限内确认${what}，邀请已失效。`,
    relative: ({ other, what }) => `${other}请您确认${what}，已过期限，邀请已失效。`,
  },
  'binding-ran-out': {
    owner: ({ other, what }) => `您与${other}的${what}已到结束日期，已经结束；还要用的，可以重新办理。`,
    relative: ({ other, what }) => `您与${other}的${what}已到结束日期，已经结束；还要用的，可以请TA重新办理。`,
  },
  'binding-ended-itself': both(({ other, what }) => `参保登记有变化，您与${other}的${what}已按规定自动结束。原因可以在变更记录里查看。`),
  'grant-opened': both((said) => `${whoDid(said)}打开了${whatWith(said)}。`),
  'grant-proposed': {
    owner: ({ other, what, until }) => `已请${other}确认${what}，请TA在 ${until} 前登录确认。`,
    relative: ({ other, what, until }) => `${other}请您确认${what}，请在 ${until} 前查看；不同意可以直接拒绝。`,
  },
  'grant-paused': both((said) => `${whoDid(said)}暂停了${whatWith(said)}，恢复之前不能使用。`),
  'grant-resumed': both((said) => `${whoDid(said)}恢复了${whatWith(said)}。`),
  'grant-closed': both((said) => `${whoDid(said)}关闭了${whatWith(said)}，立即生效。`),
  'grant-came-of-age': {
    owner: ({ other, what }) => `${other}已到由本人同意的年龄，${what}要TA本人确认后才能继续使用。`,
    relative: ({ other, what }) => `您已到由本人同意的年龄，与${other}的${what}要您本人确认后才能继续，请在 30 天内办理。`,
  },
  'terms-changed': both((said) => `${whoDid(said)}修改了${whatWith(said)}的限额、期限或用途，可以在亲情账户里查看。`),
};

export function bindingNotice({ holderId, subjectId, action, kinds, otherName, side, mine, acceptBy }: BindingNews): Notice {
  const what = kinds.map((kind) => GRANT_NAME[kind][side]).join('和');
  const until = acceptBy === null ? '' : shanghaiTimeText(acceptBy);
  return {
    holderId,
    subjectId,
    topic: action,
    title: BINDING_TITLE[action],
    text: BINDING_TEXT[action][side]({ other: otherName, what, mine, until }),
  };
}

interface LimitNews {
  readonly holderId: string;
  readonly subjectId: string;
  /** Masked; null: the reader set it. */
  readonly ownerName: string | null;
}

/** The sum is its owner's to know. */
export const limitNotice = ({ ownerName, ...told }: LimitNews): Notice => ({
  ...told,
  topic: 'limit-changed',
  title: '全体亲属共用限额有变化',
  text: ownerName === null ? '您修改了全体亲属共用限额，立即生效。' : `${ownerName}修改了全体亲属共用限额，可能影响还能用多少。`,
});

interface OrderNews {
  readonly holderId: string;
  readonly subjectId: string;
  /** Masked; null: the reader set it. */
  readonly personName: string | null;
}

/** Each sponsor learns that it changed, not who else there is. */
export const orderNotice = ({ personName, ...told }: OrderNews): Notice => ({
  ...told,
  topic: 'order-changed',
  title: '扣款顺序有变化',
  text:
    personName === null
      ? '您调整了家人账户的扣款顺序，从下一次扣款起生效。'
      : `${personName}调整了家人账户的扣款顺序，您的账户可能先扣或后扣。`,
});
