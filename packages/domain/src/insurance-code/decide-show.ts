import { validText } from '../binding/check-terms';
import type { Binding, Grant } from '../binding/grant';
import type { GrantState } from '../binding/states';
import { isLive } from '../binding/states';
import type { PlainDate } from '../dates';
import { type Decision, decided, type Refused, refused } from '../decision';
import { type Check, firstRefusal, type Said } from '../explain';
import { isInsured, type PersonFacts } from '../person/person';

/** The national code refreshes twice a minute; a region may say otherwise (rule codeTtlSeconds). */
export const CODE_TTL_SECONDS = 30;
/** A code is still taken this long after its countdown ended: the phone and the counter are never in step. */
export const CODE_GRACE_SECONDS = 5;

export interface ShowRequest {
  readonly showerId: string;
  readonly person: PersonFacts;
  /** The shower's binding to the person; null for oneself or where there is none. */
  readonly binding: Binding | null;
  readonly today: PlainDate;
  /** Explained to the person whose code it is. */
  readonly toPerson?: boolean;
}

type ShowRefusalCode = 'CODE_NOT_ALLOWED' | 'CODE_SHOWING_PAUSED' | 'CODE_SHOWING_OUT_OF_DATE' | 'CODE_OWNER_NOT_INSURED';

/** What stands between somebody and a relative's code. Deciding and explaining look at the same. */
export const SHOWING_CHECKS: readonly Check<ShowRequest, ShowRefusalCode>[] = [
  {
    title: '开关',
    applies: ({ showerId, person }) => showerId !== person.id,
    refuse: (request) => refuseSwitch(grantOfShower(request)?.state),
    why: (request) => saidOf(request)[grantOfShower(request)?.state ?? 'ended'],
    ok: ({ toPerson }) => `“${toPerson === true ? '由TA出示我的医保码' : '出示TA的医保码'}”已打开。`,
  },
  {
    title: '起止日期',
    applies: (request) => isLive(grantOfShower(request)?.state ?? 'ended'),
    refuse: (request) => (outOfDate(request) === undefined ? undefined : refused('CODE_SHOWING_OUT_OF_DATE')),
    why: (request) => (outOfDate(request) === 'early' ? EARLY : saidOf(request).active),
    ok: (request) => validText(grantOfShower(request)?.endsOn ?? null),
  },
  {
    title: '参保状态',
    refuse: ({ person }) => (isInsured(person) ? undefined : refused('CODE_OWNER_NOT_INSURED')),
    ok: () => '参保正常，医保码可以用。',
  },
];

const REOPEN = '需要时请重新打开“出示TA的医保码”，由亲属本人同意。';
const REOPEN_BY_OTHER = '需要时请TA重新打开，由您本人同意。';
const PAUSED_STEP = '由暂停的一方恢复。';
const EARLY: Said = { text: '还没到开始日期。', nextStep: '到开始日期就能出示。' };

/** How the switch stands; an open one stands in the way only when its dates are over. */
const TO_SHOWER: Readonly<Record<GrantState, Said>> = {
  proposed: { text: '还没有得到亲属本人同意。', nextStep: '请亲属本人登录后同意。' },
  active: { text: '已过结束日期。', nextStep: REOPEN },
  paused: { text: '“出示TA的医保码”已暂停。', nextStep: PAUSED_STEP },
  ended: { text: '“出示TA的医保码”没有打开，或已经关闭。', nextStep: REOPEN },
};
const TO_PERSON: Readonly<Record<GrantState, Said>> = {
  proposed: { text: '还没有得到您的同意。', nextStep: '请在邀请里答复：同意，或者不同意。' },
  active: { text: '已过结束日期。', nextStep: REOPEN_BY_OTHER },
  paused: { text: '“由TA出示我的医保码”已暂停。', nextStep: PAUSED_STEP },
  ended: { text: '“由TA出示我的医保码”没有打开，或已经关闭。', nextStep: REOPEN_BY_OTHER },
};
const saidOf = ({ toPerson }: ShowRequest) => (toPerson === true ? TO_PERSON : TO_SHOWER);

/** Who was let show it hears that it rests; for anybody else there is nothing. */
function refuseSwitch(state: GrantState | undefined): Refused<ShowRefusalCode> | undefined {
  if (state === 'active') return undefined;
  return refused(state === 'paused' ? 'CODE_SHOWING_PAUSED' : 'CODE_NOT_ALLOWED');
}

/** Dates are inclusive on both ends. */
function outOfDate(request: ShowRequest): 'early' | 'past' | undefined {
  const grant = grantOfShower(request);
  if (grant !== undefined && request.today < grant.startsOn) return 'early';
  return grant !== undefined && grant.endsOn !== null && request.today > grant.endsOn ? 'past' : undefined;
}

/** Everybody shows their own code; a relative's only with an active show-code grant, in date. Somebody not normally insured has no usable code. */
export function decideShow(request: ShowRequest): Decision<{ readonly own: boolean }, ShowRefusalCode> {
  const own = request.showerId === request.person.id;
  return firstRefusal(SHOWING_CHECKS, request) ?? decided({ own });
}

function grantOfShower({ showerId, person, binding }: ShowRequest): Grant | undefined {
  if (binding === null || binding.ownerId !== showerId || binding.relativeId !== person.id || binding.state === 'ended') return undefined;
  return binding.grants.find((grant) => grant.kind === 'show-code');
}

export interface ShownCodeFacts {
  readonly expiresAt: Date;
  /** Scanned before, or replaced by a newer code. */
  readonly spent: boolean;
}

/** May a counter still use this code? Once, and at most five seconds after its countdown ended. An unknown code is refused in the same words. */
export function decideScan(code: ShownCodeFacts | null, now: Date): Decision<null, 'CODE_INVALID'> {
  const live = code !== null && !code.spent && now.getTime() <= code.expiresAt.getTime() + CODE_GRACE_SECONDS * 1000;
  return live ? decided(null) : refused('CODE_INVALID');
}
