import { decideSharedLimit, refuseNoLimit, type SharedLimitCode, sharedLimitKind } from '../account/shared-limit';
import { shanghaiDate } from '../dates';
import { type Refused, refused } from '../decision';
import type { Check } from '../explain';
import { isInsured, sameProvince } from '../person/person';
import { shareableText } from '../policy/rule-text';
import { rulingRegion } from '../policy/ruling-region';
import { atMost } from './at-most';
import type { BindingWish } from './binding-request';
import {
  refuseCaps,
  refuseDates,
  refuseMissingCap,
  refuseMissingEnd,
  refuseMissingPlace,
  refuseUses,
  type TermsCode,
  validText,
} from './check-terms';
import type { GrantTerms } from './grant';
import { isRelation, RELATION_TEXT } from './relation';
import { RELATIVE_REGISTERED } from './show-code-checks';

export type ShareFundsCode =
  | 'BINDING_SPONSOR_HAS_NO_ACCOUNT'
  | 'BINDING_SPONSOR_NOT_INSURED'
  | 'BINDING_RELATIVE_NOT_INSURED'
  | 'BINDING_OUTSIDE_PROVINCE'
  | 'BINDING_LIMIT_REQUIRED'
  | 'BINDING_TOO_MANY_RELATIVES'
  | 'BINDING_TOO_MANY_EVER'
  | 'BINDING_RELATION_CAP_REACHED'
  | 'BINDING_TOO_MANY_SPONSORS'
  | 'BINDING_ROLE_EXCLUSIVE'
  | SharedLimitCode
  | TermsCode;

const ofOwner = ({ ownerPolicy }: BindingWish) => ownerPolicy;
const users = ({ existing }: BindingWish) => existing.ofOwner.filter(({ grants }) => grants.includes('share-funds'));
/** Checks of the terms are asked only when there are terms. */
const ofTerms =
  <C extends TermsCode>(refuse: (terms: GrantTerms, wish: BindingWish) => ReturnType<Check<BindingWish, C>['refuse']>) =>
  (wish: BindingWish) =>
    wish.shareFunds === null ? undefined : refuse(wish.shareFunds, wish);

/** Can the owner's account be used for the relative? */
export const SHARE_FUNDS_CHECKS: readonly Check<BindingWish, ShareFundsCode>[] = [
  {
    title: '您的个人账户',
    refuse: ({ owner }) => (owner.scheme === 'employee' ? undefined : refused('BINDING_SPONSOR_HAS_NO_ACCOUNT')),
    ok: () => '您有职工医保个人账户。',
  },
  {
    title: '您的参保状态',
    refuse: ({ owner }) => (isInsured(owner) ? undefined : refused('BINDING_SPONSOR_NOT_INSURED')),
    ok: () => '您的职工医保参保正常。',
  },
  RELATIVE_REGISTERED,
  {
    title: '参保地',
    rule: { kind: 'shareScope', policy: ofOwner },
    refuse: ({ owner, relative, ownerPolicy }) => {
      if (ownerPolicy.rule('shareScope') === undefined) return refused('POLICY_NOT_FOUND');
      return sameProvince(owner.regionCode, relative.regionCode)
        ? undefined
        : refused('BINDING_OUTSIDE_PROVINCE', { province: ownerPolicy.provinceName });
    },
    ok: ({ ownerPolicy }) => `双方都在${ownerPolicy.provinceName}参保。`,
  },
  {
    title: '用途',
    rule: { kind: 'uses', policy: ofOwner },
    refuse: ofTerms((terms, { ownerPolicy }) => refuseUses(ownerPolicy, terms)),
    ok: () => '勾选的用途都可以。',
  },
  {
    title: '起止日期',
    rule: { kind: 'grantEndDate', policy: ofOwner },
    refuse: ofTerms((terms, { ownerPolicy, now }) => refuseDates(terms, shanghaiDate(now)) ?? refuseMissingEnd(ownerPolicy, terms)),
    ok: ({ shareFunds }) => validText(shareFunds?.endsOn ?? null),
  },
  {
    title: '扣款顺序',
    rule: { kind: 'deductionOrder', policy: ofOwner },
    refuse: ofTerms((terms, { ownerPolicy }) => refuseMissingPlace(ownerPolicy, terms)),
    ok: () => '先扣使用人自己的账户，再按地区规定的顺序扣共济人的。',
  },
  {
    title: '单次和每月限额',
    rule: { kind: 'requiredLimits', policy: ofOwner },
    refuse: ofTerms((terms, { ownerPolicy }) => refuseCaps(terms) ?? refuseMissingCap(ownerPolicy, terms)),
    ok: () => '限额没有问题。',
  },
  {
    title: '全体亲属共用限额',
    rule: { kind: 'requiredLimits', policy: ofOwner },
    applies: ({ ownerPolicy }) => sharedLimitKind(ownerPolicy) === 'limit',
    refuse: refuseSharedLimit,
    ok: ({ sharedLimitFen, existing }) => ((sharedLimitFen ?? existing.sharedLimitFen) === null ? '不设共用限额。' : '共用限额没有问题。'),
  },
  {
    title: '可用于共济的余额',
    rule: { kind: 'shareable', policy: ofOwner },
    refuse: (wish) => {
      // Bound, and nothing could ever be paid.
      if (wish.ownerPolicy.rule('shareable') === undefined) return refused('POLICY_NOT_FOUND');
      return sharedLimitKind(wish.ownerPolicy) === 'limit' ? undefined : refuseSharedLimit(wish);
    },
    ok: ({ ownerPolicy }) => shareableText(ownerPolicy.rule('shareable')?.value ?? { kind: 'all' }),
  },
  atMost({
    title: '同时共济的人数',
    kind: 'maxRelatives',
    region: 'ownerPolicy',
    count: (wish) => users(wish).length,
    unit: '人',
    code: 'BINDING_TOO_MANY_RELATIVES',
  }),
  atMost({
    title: '累计共济的人数',
    kind: 'maxRelativesEver',
    region: 'ownerPolicy',
    count: ({ existing }) => new Set(existing.everUsers).size,
    unit: '人',
    code: 'BINDING_TOO_MANY_EVER',
    // The same person bound again is not counted again.
    applies: ({ existing, relative }) => !existing.everUsers.includes(relative.id),
  }),
  {
    title: '同一关系的人数',
    rule: { kind: 'relationCaps', policy: ofOwner },
    refuse: (wish) => {
      const { claimedRelation: relation, ownerPolicy } = wish;
      if (!isRelation(relation)) return undefined;
      const limit = ownerPolicy.rule('relationCaps')?.value[relation];
      if (limit === undefined || users(wish).filter((binding) => binding.relation === relation).length < limit) return undefined;
      return refused('BINDING_RELATION_CAP_REACHED', { relation: RELATION_TEXT[relation], limit });
    },
    ok: () => '没有超过。',
  },
  atMost({
    title: 'TA的共济人数',
    kind: 'maxSponsorsPerUser',
    region: 'ownerPolicy',
    count: ({ existing, owner }) => new Set(existing.sponsorsOfRelative.filter((id) => id !== owner.id)).size,
    unit: '人',
    code: 'BINDING_TOO_MANY_SPONSORS',
  }),
  {
    title: '身份不兼任',
    rule: { kind: 'rolesExclusive', policy: ofOwner },
    refuse: ({ ownerPolicy, existing }) => {
      const exclusive = ownerPolicy.rule('rolesExclusive');
      return exclusive?.value === true && (existing.ownerIsUser || existing.relativeIsSponsor)
        ? refused('BINDING_ROLE_EXCLUSIVE', { region: rulingRegion(exclusive) })
        : undefined;
    },
    ok: () => '没有冲突。',
  },
];

function refuseSharedLimit({
  ownerPolicy: policy,
  sharedLimitFen: wantedFen,
  existing,
  availableFen,
  movesThisMonth,
}: BindingWish): Refused<SharedLimitCode> | undefined {
  const { sharedLimitFen: limitFen, sharedSpentFen: spentFen } = existing;
  if (wantedFen === null) return limitFen === null ? refuseNoLimit(policy) : undefined;
  const decision = decideSharedLimit({ wantedFen, limitFen, spentFen, availableFen, movesThisMonth, policy });
  return decision.ok ? undefined : decision;
}
