import { needsSharedLimit, sharedLimitKind, decideSharedLimit, type SharedLimitCode } from '../account/shared-limit';
import { shanghaiDate } from '../dates';
import { refused } from '../decision';
import type { Check } from '../explain';
import { ZERO } from '../money';
import { sameProvince } from '../person/person';
import type { BindingWish } from './binding-request';
import { refuseCaps, refuseDates, refuseMissingTerms, refuseUses, type TermsCode } from './check-terms';
import type { GrantTerms } from './grant';
import { isRelation, RELATION_TEXT } from './relation';

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
const otherSponsors = ({ existing, owner }: BindingWish): number =>
  new Set(existing.sponsorsOfRelative.filter((id) => id !== owner.id)).size;
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
    refuse: ({ owner }) => (owner.insuranceState === 'normal' ? undefined : refused('BINDING_SPONSOR_NOT_INSURED')),
    ok: () => '您的职工医保参保正常。',
  },
  {
    title: 'TA的参保状态',
    // Paused is registered but not paid: the very person whose premium the account may pay.
    refuse: ({ relative }) =>
      relative.insuranceState === 'none' || relative.insuranceState === 'ended' ? refused('BINDING_RELATIVE_NOT_INSURED') : undefined,
    ok: () => '这位亲属有基本医保登记。',
  },
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
    refuse: ofTerms((terms, { now }) => refuseDates(terms, shanghaiDate(now))),
    ok: ({ shareFunds }) => (shareFunds?.endsOn === null ? '长期有效，直到解绑。' : `到 ${shareFunds?.endsOn ?? '—'} 为止。`),
  },
  {
    title: '单次和每月限额',
    refuse: ofTerms((terms) => refuseCaps(terms)),
    ok: () => '限额没有问题。',
  },
  {
    title: '必须填写的内容',
    rule: { kind: 'requiredLimits', policy: ofOwner },
    refuse: ofTerms((terms, { ownerPolicy }) => refuseMissingTerms(ownerPolicy, terms)),
    ok: () => '参保地要求填写的都已填写。',
  },
  {
    title: '全体亲属共用的限额',
    rule: { kind: 'shareable', policy: ofOwner },
    refuse: refuseSharedLimit,
    ok: ({ sharedLimitFen, existing }) => ((sharedLimitFen ?? existing.sharedLimitFen) === null ? '不设共用限额。' : '共用限额没有问题。'),
  },
  {
    title: '同时共济的人数',
    rule: { kind: 'maxRelatives', policy: ofOwner },
    refuse: (wish) => {
      const most = wish.ownerPolicy.rule('maxRelatives');
      return most !== undefined && users(wish).length >= most.value
        ? refused('BINDING_TOO_MANY_RELATIVES', { limit: most.value })
        : undefined;
    },
    ok: (wish) => `现在 ${users(wish).length} 人，上限 ${wish.ownerPolicy.rule('maxRelatives')?.value ?? '—'} 人。`,
  },
  {
    title: '累计共济的人数',
    rule: { kind: 'maxRelativesEver', policy: ofOwner },
    refuse: ({ ownerPolicy, existing, relative }) => {
      const most = ownerPolicy.rule('maxRelativesEver');
      const ever = new Set(existing.everUsers);
      return most !== undefined && !ever.has(relative.id) && ever.size >= most.value
        ? refused('BINDING_TOO_MANY_EVER', { region: most.regionName, limit: most.value })
        : undefined;
    },
    ok: ({ existing, ownerPolicy }) =>
      `累计 ${new Set(existing.everUsers).size} 人，上限 ${ownerPolicy.rule('maxRelativesEver')?.value ?? '—'} 人。`,
  },
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
  {
    title: 'TA的共济人数',
    rule: { kind: 'maxSponsorsPerUser', policy: ofOwner },
    refuse: (wish) => {
      const sponsors = wish.ownerPolicy.rule('maxSponsorsPerUser');
      return sponsors !== undefined && otherSponsors(wish) >= sponsors.value
        ? refused('BINDING_TOO_MANY_SPONSORS', { region: sponsors.regionName, limit: sponsors.value })
        : undefined;
    },
    ok: (wish) => `TA现在有 ${otherSponsors(wish)} 位共济人，上限 ${wish.ownerPolicy.rule('maxSponsorsPerUser')?.value ?? '—'} 位。`,
  },
  {
    title: '身份不兼任',
    rule: { kind: 'rolesExclusive', policy: ofOwner },
    refuse: ({ ownerPolicy, existing }) => {
      const exclusive = ownerPolicy.rule('rolesExclusive');
      return exclusive?.value === true && (existing.ownerIsUser || existing.relativeIsSponsor)
        ? refused('BINDING_ROLE_EXCLUSIVE', { region: exclusive.regionName })
        : undefined;
    },
    ok: () => '没有冲突。',
  },
];

function refuseSharedLimit(wish: BindingWish): ReturnType<Check<BindingWish, 'BINDING_LIMIT_REQUIRED' | SharedLimitCode>['refuse']> {
  const { ownerPolicy, sharedLimitFen, existing } = wish;
  if (sharedLimitFen === null)
    return needsSharedLimit(ownerPolicy) && existing.sharedLimitFen === null
      ? refused('BINDING_LIMIT_REQUIRED', { region: ownerPolicy.regionName })
      : undefined;
  // What is set already is changed on its own page, where what was spent of it is known.
  if (existing.sharedLimitFen !== null && sharedLimitKind(ownerPolicy) !== 'limit') return undefined;
  const decision = decideSharedLimit({
    wantedFen: sharedLimitFen,
    limitFen: existing.sharedLimitFen,
    spentFen: ZERO,
    availableFen: wish.availableFen,
    movesThisMonth: wish.movesThisMonth,
    policy: ownerPolicy,
  });
  return decision.ok ? undefined : decision;
}
