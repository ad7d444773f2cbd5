import { refused } from '../decision';
import type { Check } from '../explain';
import type { BindingRequest, BindingWish } from './binding-request';
import type { GrantKind } from './grant';
import { needsGuardian } from './needs-guardian';
import { isRelation } from './relation';
import { CLAIMED_RELATION_TEXT, isImpossible } from './relation-facts';

export type BindCode =
  | 'BINDING_SELF'
  | 'BINDING_RELATION_NOT_ALLOWED'
  | 'BINDING_DUPLICATE'
  | 'BINDING_GRANT_OPEN'
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
    refuse: ({ binding, existing, relative, ...wish }) => {
      if (binding === null)
        return existing.ofOwner.some(({ relativeId }) => relativeId === relative.id) ? refused('BINDING_DUPLICATE') : undefined;
      const asked: readonly GrantKind[] = [
        ...(wish.showCode === null ? [] : ['show-code' as const]),
        ...(wish.shareFunds === null ? [] : ['share-funds' as const]),
      ];
      return binding.grants.some(({ kind, state }) => state !== 'ended' && asked.includes(kind))
        ? refused('BINDING_GRANT_OPEN')
        : undefined;
    },
    ok: () => '还没有绑定过，或已经解绑。',
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
      [...(showCode === null ? [] : ['出示TA的医保码']), ...(shareFunds === null ? [] : ['用我的个人账户帮TA付'])].join('、'),
  },
  {
    title: '本月绑定次数',
    rule: { kind: 'maxBindingsPerMonth', policy: ({ ownerPolicy }) => ownerPolicy },
    applies: ({ binding }) => binding === null,
    refuse: ({ ownerPolicy, existing }) => {
      const monthly = ownerPolicy.rule('maxBindingsPerMonth');
      return monthly !== undefined && existing.startedThisMonth >= monthly.value
        ? refused('BINDING_TOO_MANY_THIS_MONTH', { limit: monthly.value })
        : undefined;
    },
    ok: ({ existing, ownerPolicy }) =>
      `本月已绑定 ${existing.startedThisMonth} 次，上限 ${ownerPolicy.rule('maxBindingsPerMonth')?.value ?? '—'} 次。`,
  },
];

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
    refuse: ({ guardianStatement }) => (guardianStatement ? undefined : refused('BINDING_GUARDIAN_STATEMENT_REQUIRED')),
    ok: () => '已由监护人承诺。',
  },
];
