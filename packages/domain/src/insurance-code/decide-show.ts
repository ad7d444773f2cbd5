import type { Binding, Grant } from '../binding/grant';
import type { PlainDate } from '../dates';
import { type Decision, decided, refused } from '../decision';
import { type Check, firstRefusal } from '../explain';
import type { PersonFacts } from '../person/person';

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
}

const isAnother = ({ showerId, person }: ShowRequest): boolean => showerId !== person.id;

/** What stands between somebody and a relative's code. Deciding and explaining look at the same. */
export const SHOWING_CHECKS: readonly Check<ShowRequest, 'CODE_NOT_ALLOWED' | 'CODE_OWNER_NOT_INSURED'>[] = [
  {
    title: '开关',
    applies: isAnother,
    refuse: (request) => (grantOfShower(request)?.state === 'active' ? undefined : refused('CODE_NOT_ALLOWED')),
    ok: () => '“出示TA的医保码”已打开。',
  },
  {
    title: '起止日期',
    applies: isAnother,
    refuse: (request) => {
      const grant = grantOfShower(request);
      const inDate = grant !== undefined && grant.startsOn <= request.today && (grant.endsOn === null || request.today <= grant.endsOn);
      return inDate ? undefined : refused('CODE_NOT_ALLOWED');
    },
    ok: (request) => {
      const endsOn = grantOfShower(request)?.endsOn ?? null;
      return endsOn === null ? '长期有效。' : `有效到 ${endsOn}（含当天）。`;
    },
  },
  {
    title: '参保状态',
    refuse: ({ person }) => (person.insuranceState === 'normal' && person.diedOn === null ? undefined : refused('CODE_OWNER_NOT_INSURED')),
    ok: () => '参保正常，医保码可以用。',
  },
];

/** Everybody shows their own code; a relative's only with an active show-code grant, in date. Somebody not normally insured has no usable code. */
export function decideShow(request: ShowRequest): Decision<{ readonly own: boolean }, 'CODE_NOT_ALLOWED' | 'CODE_OWNER_NOT_INSURED'> {
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
