import { shanghaiDate } from '../dates';
import { type Decision, decided, refused } from '../decision';
import { explain, firstRefusal, type Explanation } from '../explain';
import type { Fen } from '../money';
import { BIND_CHECKS, type BindCode, SIGN_CHECKS, type SignCode } from './bind-checks';
import type { BindingRequest, BindingWish } from './binding-request';
import type { Grant } from './grant';
import { GRANT_STEPS } from './grant-reasons';
import { bindingStateOf } from './grant-steps';
import type { BindingState } from './states';
import { shareFundsReason, showCodeReason } from './needs-guardian';
import { isRelation, type Relation } from './relation';
import { CLAIMED_RELATION_TEXT } from './relation-facts';
import { SHARE_FUNDS_CHECKS, type ShareFundsCode } from './share-funds-checks';
import { SHOW_CODE_CHECKS, type ShowCodeCode } from './show-code-checks';

/** An invitation stands this long. */
export const ACCEPT_WITHIN_HOURS = 72;

export interface BindingPlan {
  readonly relation: Relation;
  /** Of the binding as a whole, with what stood on it already. */
  readonly state: BindingState;
  /** The grants that are opened now. */
  readonly grants: readonly Grant[];
  /** The owner's limit for all relatives together, after this binding. */
  readonly sharedLimitFen: Fen | null;
  /** Who has to accept, and until when; null: nobody. */
  readonly awaits: 'relative' | null;
  readonly acceptBy: Date | null;
}

export type BindingCode = BindCode | SignCode | ShareFundsCode | ShowCodeCode;

/** May this owner open these switches for this relative, and what stands afterwards? The owner's region rules the money, the relative's region their code. */
export function decideBinding(request: BindingRequest): Decision<BindingPlan, BindingCode> {
  const refusal =
    firstRefusal<BindingRequest, BindCode | SignCode>([...BIND_CHECKS, ...SIGN_CHECKS], request) ??
    (request.shareFunds === null ? undefined : firstRefusal(SHARE_FUNDS_CHECKS, request)) ??
    (request.showCode === null ? undefined : firstRefusal(SHOW_CODE_CHECKS, request));
  if (refusal !== undefined) return refusal;
  const { claimedRelation } = request;
  return isRelation(claimedRelation)
    ? decided(planOf(request, claimedRelation))
    : refused('BINDING_RELATION_NOT_ALLOWED', { relation: CLAIMED_RELATION_TEXT[claimedRelation] });
}

/** The same checks, all of them told: for somebody who has not signed yet, or was refused. */
export const explainBinding = (wish: BindingWish): readonly Explanation[] => [
  explain({ about: 'bind', question: '能不能绑定', checks: BIND_CHECKS }, wish),
  ...(wish.showCode === null ? [] : [explain({ about: 'show-code', question: '能不能出示TA的医保码', checks: SHOW_CODE_CHECKS }, wish)]),
  ...(wish.shareFunds === null
    ? []
    : [explain({ about: 'share-funds', question: '能不能用我的个人账户帮TA付', checks: SHARE_FUNDS_CHECKS }, wish)]),
];

function planOf(request: BindingRequest, relation: Relation): BindingPlan {
  const grants = [showCodeGrant(request), shareFundsGrant(request)].filter((grant): grant is Grant => grant !== undefined);
  const awaits = grants.some((grant) => grant.state === 'proposed');
  const standing = (request.binding?.grants ?? []).filter((old) => !grants.some((grant) => grant.kind === old.kind));
  return {
    relation,
    state: bindingStateOf([...grants, ...standing]),
    grants,
    sharedLimitFen: (request.shareFunds === null ? null : request.sharedLimitFen) ?? request.existing.sharedLimitFen,
    awaits: awaits ? 'relative' : null,
    acceptBy: awaits ? acceptByOf(request) : null,
  };
}

/** One deadline for all that waits on a binding, so the later one: somebody who came of age keeps their days. */
function acceptByOf({ now, proposedUntil }: BindingRequest): Date {
  const acceptBy = new Date(now.getTime() + ACCEPT_WITHIN_HOURS * 3_600_000);
  return proposedUntil !== null && proposedUntil > acceptBy ? proposedUntil : acceptBy;
}

/** From the age of consent on the relative agrees in person; below it the guardian has stated it already. */
function showCodeGrant(request: BindingRequest): Grant | undefined {
  if (request.showCode === null) return undefined;
  const terms = { uses: [], capPerPaymentFen: null, capPerMonthFen: null, startsOn: shanghaiDate(request.now), place: null };
  return { kind: 'show-code', ...terms, endsOn: request.showCode.endsOn, ...begun(showCodeReason(request), request.now) };
}

const shareFundsGrant = (request: BindingRequest): Grant | undefined =>
  request.shareFunds === null
    ? undefined
    : { kind: 'share-funds', ...request.shareFunds, ...begun(shareFundsReason(request), request.now) };

type Beginning = ReturnType<typeof shareFundsReason>;
const AGREED_BY = { proposed: null, 'sponsor-pledged': 'sponsor', 'temporary-member': 'sponsor', 'guardian-stated': 'guardian' } as const;

const begun = (reason: Beginning, now: Date): Pick<Grant, 'state' | 'reason' | 'agreedBy' | 'agreedOn'> => ({
  state: GRANT_STEPS[reason].to,
  reason,
  agreedBy: AGREED_BY[reason],
  agreedOn: reason === 'proposed' ? null : shanghaiDate(now),
});
