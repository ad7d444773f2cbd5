import { type Refused, refused } from '../decision';
import type { Check } from '../explain';
import { atMost } from './at-most';
import type { BindingRequest, BindingWish } from './binding-request';
import { consentAgeIn } from './consent-age';
import { GRANT_KIND_TEXT } from './grant';
import { needsGuardian } from './needs-guardian';
import { isRelation } from './relation';
import { CLAIMED_RELATION_TEXT, isImpossible } from './relation-facts';
import { isLive } from './states';

export type BindCode =
  | 'BINDING_SELF'
  | 'BINDING_RELATION_NOT_ALLOWED'
  | 'BINDING_DUPLICATE'
  | 'BINDING_GRANT_OPEN'
  | 'BINDING_STATE_CONFLICT'
  | 'BINDING_RELATION_IMPOSSIBLE'
  | 'BINDING_NOTHING_GRANTED'
  | 'BINDING_TOO_MANY_THIS_MONTH'
  | 'POLICY_NOT_FOUND';

/** May these two be bound at all? */
export const BIND_CHECKS: readonly Check<BindingWish, BindCode>[] = [
  {
    title: '两个人',
    refuse: ({ owner, relative }) => (owner.id === relative.id ? refused('BINDING_SELF') : undefined),
    ok: () => '是两个不同的人。',
  },
  {
    title: '亲属关系',
    rule: { kind: 'relations', policy: ({ ownerPolicy }) => ownerPolicy },
    refuse: ({ ownerPolicy, claimedRelation }) => {
      const relations = ownerPolicy.rule('relations');
      if (relations === undefined) return refused('POLICY_NOT_FOUND');
      const allowed = isRelation(claimedRelation) && relations.value.includes(claimedRelation);
      return allowed ? undefined : refused('BINDING_RELATION_NOT_ALLOWED', { relation: CLAIMED_RELATION_TEXT[claimedRelation] });
    },
    ok: ({ claimedRelation }) => `${CLAIMED_RELATION_TEXT[claimedRelation]}可以绑定。`,
  },
  {
    title: '没有重复',
    refuse: refuseRepeated,
    ok: ({ binding }) => (binding === null ? '还没有绑定，或已经解绑。' : '这个开关还没有打开，或已经关闭。'),
  },
  {
    title: '关系与年龄',
    refuse: (wish) =>
      isRelation(wish.claimedRelation) && isImpossible(wish.claimedRelation, wish) ? refused('BINDING_RELATION_IMPOSSIBLE') : undefined,
    ok: () => '所选关系与双方出生日期相符。',
  },
  {
    title: '打开的开关',
    refuse: ({ showCode, shareFunds }) => (showCode === null && shareFunds === null ? refused('BINDING_NOTHING_GRANTED') : undefined),
    ok: ({ showCode, shareFunds }) =>
      `${showCode === null ? '' : GRANT_KIND_TEXT['show-code']}${shareFunds === null ? '' : GRANT_KIND_TEXT['share-funds']}。`,
  },
  atMost({
    title: '本月绑定次数',
    kind: 'maxBindingsPerMonth',
    region: 'ownerPolicy',
    count: ({ existing }) => existing.startedThisMonth,
    unit: '次',
    code: 'BINDING_TOO_MANY_THIS_MONTH',
    // What is counted is bindings to show a code (亲情账户); opening a switch on a binding that stands is not another binding.
    applies: ({ binding, showCode }) => binding === null && showCode !== null,
  }),
];

/** A binding that has ended is made anew; on one that stands, what has ended can be opened again. */
function refuseRepeated({
  binding,
  existing,
  relative,
  showCode,
  shareFunds,
}: BindingWish): Refused<'BINDING_DUPLICATE' | 'BINDING_GRANT_OPEN' | 'BINDING_STATE_CONFLICT'> | undefined {
  if (binding === null)
    return existing.ofOwner.some(({ relativeId }) => relativeId === relative.id) ? refused('BINDING_DUPLICATE') : undefined;
  if (!isLive(binding.state)) return refused('BINDING_STATE_CONFLICT');
  const wished = { 'show-code': showCode !== null, 'share-funds': shareFunds !== null };
  return binding.grants.some(({ kind, state }) => wished[kind] && isLive(state)) ? refused('BINDING_GRANT_OPEN') : undefined;
}

export type SignCode = 'BINDING_CONSENT_OUTDATED' | 'BINDING_GUARDIAN_STATEMENT_REQUIRED';

/** What is asked only of somebody who signs. */
export const SIGN_CHECKS: readonly Check<BindingRequest, SignCode>[] = [
  {
    title: '告知书',
    refuse: ({ consentVersion, currentConsentVersion }) =>
      consentVersion === currentConsentVersion ? undefined : refused('BINDING_CONSENT_OUTDATED'),
    ok: ({ currentConsentVersion }) => `现行版本 ${currentConsentVersion}。`,
  },
  {
    title: '监护人承诺',
    rule: { kind: 'showCodeConsentFromAge', policy: ({ relativePolicy }) => relativePolicy },
    applies: needsGuardian,
    refuse: ({ guardianStatement, relativePolicy }) =>
      guardianStatement ? undefined : refused('BINDING_GUARDIAN_STATEMENT_REQUIRED', { age: consentAgeIn(relativePolicy) }),
    ok: () => '已由监护人承诺。',
  },
];
