import {
  binding,
  bindingRequest,
  existing,
  grant,
  NOW,
  person,
  policyWith,
  relative,
  showCodeGrant,
  proposedGrant,
  terms,
  TODAY,
} from '../../../../test/support/domain-builders';
import { addDays, plainDate } from '../dates';
import { errorNextStep, errorText } from '../errors';
import { fen } from '../money';
import type { BindingRequest, ExistingBindings } from './binding-request';
import { type BindingCode, decideBinding } from './decide-binding';
import type { GrantKind, GrantTerms } from './grant';
import { RELATIONS, type Relation } from './relation';
import { INVERSE_RELATION } from './relation-facts';

type Overrides = Partial<BindingRequest>;
const sharing = (overrides: Partial<GrantTerms>): Overrides => ({ shareFunds: terms(overrides) });
const standing = (overrides: Partial<ExistingBindings>, rest: Overrides = {}): Overrides => ({ existing: existing(overrides), ...rest });
const bound = (count: number, relation: Relation = 'sibling', grants: readonly GrantKind[] = ['share-funds', 'show-code']) =>
  Array.from({ length: count }, (_, index) => ({ relativeId: `bound-${index}`, relation, grants }));
const ownerRule = (rules: Parameters<typeof policyWith>[0]): Overrides => ({ ownerPolicy: policyWith(rules) });
const relativeRule = (rules: Parameters<typeof policyWith>[0]): Overrides => ({ relativePolicy: policyWith(rules) });
const child = (birthDate: string) => relative({ birthDate: plainDate(birthDate) });
const POOL = { kind: 'pool', floorFen: fen(1_000), movesPerMonth: 2 } as const;
const CHILD: Overrides = { relative: child('2017-06-01'), claimedRelation: 'child' };

/** A total map: a code without a case does not compile. */
const REFUSED: Readonly<Record<BindingCode, readonly Overrides[]>> = {
  BINDING_SELF: [{ relative: person() }],
  BINDING_RELATION_NOT_ALLOWED: [
    { claimedRelation: 'parent-in-law' },
    { claimedRelation: 'child-in-law' },
    { claimedRelation: 'sibling-in-law' },
    { claimedRelation: 'other' },
    ownerRule({ relations: ['spouse', 'child'] }),
  ],
  BINDING_STATE_CONFLICT: [{ binding: binding({ grants: [grant({ state: 'ended' }), showCodeGrant({ state: 'ended' })] }) }],
  BINDING_GRANT_OPEN: (['proposed', 'active', 'paused'] as const).flatMap((state) => [
    { binding: binding({ grants: [grant({ state })] }) },
    { binding: binding({ grants: [showCodeGrant({ state })] }), shareFunds: null },
  ]),
  BINDING_DUPLICATE: [standing({ ofOwner: [{ relativeId: 'relative', relation: 'parent', grants: ['show-code'] }] })],
  BINDING_RELATION_IMPOSSIBLE: [
    { relative: child('1985-05-12') },
    { relative: child('1985-05-13') },
    { claimedRelation: 'child', relative: child('1985-05-12') },
    { claimedRelation: 'child', relative: child('1985-05-11') },
    { claimedRelation: 'maternal-grandparent', relative: child('1990-01-01') },
    { claimedRelation: 'paternal-grandchild', relative: child('1950-01-01') },
    standing({ reverseRelation: 'parent' }),
    standing({ reverseRelation: 'spouse' }),
  ],
  BINDING_NOTHING_GRANTED: [{ showCode: null, shareFunds: null }],
  BINDING_CONSENT_OUTDATED: [{ consentVersion: 'v0' }],
  BINDING_GUARDIAN_STATEMENT_REQUIRED: [
    CHILD,
    { ...CHILD, shareFunds: null },
    { ...CHILD, showCode: null },
    { ...CHILD, relative: child('2010-11-23') },
  ],
  BINDING_TOO_MANY_THIS_MONTH: [
    standing({ startedThisMonth: 5 }, ownerRule({ maxBindingsPerMonth: 5 })),
    standing({ startedThisMonth: 6 }, ownerRule({ maxBindingsPerMonth: 5 })),
  ],
  BINDING_SPONSOR_HAS_NO_ACCOUNT: [{ owner: person({ scheme: 'resident' }) }],
  BINDING_SPONSOR_NOT_INSURED: [
    ...(['paused', 'ended', 'none'] as const).map((insuranceState) => ({ owner: person({ insuranceState }) })),
    { owner: person({ diedOn: TODAY }) },
  ],
  BINDING_RELATIVE_NOT_INSURED: [
    { relative: relative({ diedOn: TODAY }) },
    { relative: relative({ diedOn: TODAY }), shareFunds: null },
    { relative: relative({ insuranceState: 'none' }) },
    { relative: relative({ insuranceState: 'ended' }) },
    { relative: relative({ insuranceState: 'ended' }), shareFunds: null },
  ],
  BINDING_OUTSIDE_PROVINCE: [{ relative: relative({ regionCode: '370100' }) }],
  BINDING_NO_USE_CHOSEN: [sharing({ uses: [] })],
  BINDING_USE_NOT_ALLOWED: [sharing({ uses: ['ltc-premium'] }), sharing({ uses: ['care', 'ltc-premium'] })],
  BINDING_DATES_INVALID: [
    sharing({ startsOn: addDays(TODAY, -1) }),
    sharing({ endsOn: TODAY }),
    sharing({ endsOn: addDays(TODAY, -1) }),
    { showCode: { endsOn: TODAY } },
  ],
  BINDING_CAP_INVALID: [
    sharing({ capPerPaymentFen: fen(0) }),
    sharing({ capPerMonthFen: fen(-1) }),
    sharing({ capPerPaymentFen: fen(101), capPerMonthFen: fen(100) }),
    { sharedLimitFen: fen(0) },
  ],
  BINDING_END_DATE_REQUIRED: [ownerRule({ grantEndDate: 'required' })],
  BINDING_PLACE_REQUIRED: [ownerRule({ deductionOrder: 'set-at-binding' })],
  BINDING_CAP_REQUIRED: [
    ownerRule({ requiredLimits: ['per-payment'] }),
    ownerRule({ requiredLimits: ['per-month'] }),
    { ...ownerRule({ requiredLimits: ['per-payment', 'per-month'] }), ...sharing({ capPerPaymentFen: fen(1) }) },
    { ...ownerRule({ requiredLimits: ['per-payment', 'per-month'] }), ...sharing({ capPerMonthFen: fen(1) }) },
  ],
  BINDING_LIMIT_REQUIRED: [
    ownerRule({ requiredLimits: ['shared'] }),
    ownerRule({ shareable: { kind: 'quota' } }),
    ownerRule({ shareable: POOL }),
  ],
  LIMIT_BELOW_SPENT: [standing({ sharedLimitFen: fen(900), sharedSpentFen: fen(500) }, { sharedLimitFen: fen(499) })],
  LIMIT_OVER_BALANCE: [
    { ...ownerRule({ shareable: { kind: 'quota' } }), availableFen: fen(500), sharedLimitFen: fen(501) },
    { ...ownerRule({ shareable: POOL }), availableFen: fen(1_500), sharedLimitFen: fen(501) },
  ],
  LIMIT_NOT_LOWER: [standing({ sharedLimitFen: fen(300) }, { ...ownerRule({ shareable: POOL }), sharedLimitFen: fen(299) })],
  LIMIT_MOVES_USED: [
    standing({ sharedLimitFen: fen(300) }, { ...ownerRule({ shareable: POOL }), sharedLimitFen: fen(301), movesThisMonth: 2 }),
  ],
  BINDING_TOO_MANY_EVER: [
    standing({ everUsers: ['a', 'b'] }, ownerRule({ maxRelativesEver: 2 })),
    standing({ everUsers: ['a', 'b', 'c'] }, ownerRule({ maxRelativesEver: 2 })),
  ],
  BINDING_TOO_MANY_RELATIVES: [
    standing({ ofOwner: bound(7) }, ownerRule({ maxRelatives: 7 })),
    standing({ ofOwner: bound(8) }, ownerRule({ maxRelatives: 7 })),
  ],
  BINDING_RELATION_CAP_REACHED: [standing({ ofOwner: bound(2, 'parent') }, ownerRule({ relationCaps: { parent: 2 } }))],
  BINDING_TOO_MANY_SPONSORS: [standing({ sponsorsOfRelative: ['a', 'b'] }, ownerRule({ maxSponsorsPerUser: 2 }))],
  BINDING_ROLE_EXCLUSIVE: [
    standing({ ownerIsUser: true }, ownerRule({ rolesExclusive: true })),
    standing({ relativeIsSponsor: true }, ownerRule({ rolesExclusive: true })),
  ],
  BINDING_TOO_MANY_SHOWN: [standing({ ofOwner: bound(5) }, ownerRule({ maxShown: 5 }))],
  BINDING_TOO_MANY_SHOWERS: [standing({ showersOfRelative: ['a', 'b'] }, relativeRule({ maxShowers: 2 }))],
  POLICY_NOT_FOUND: [
    ownerRule({ relations: undefined }),
    ownerRule({ uses: undefined }),
    ownerRule({ shareScope: undefined }),
    ownerRule({ shareable: undefined }),
  ],
};

const refusals = Object.entries(REFUSED).flatMap(([code, cases]) =>
  cases.map((overrides, index) => [`${code} ${index + 1}`, code as BindingCode, overrides] as const),
);

describe('a binding is refused', () => {
  it.each(refusals)('with %s', (_name, code, overrides) => {
    const answer = decideBinding(bindingRequest(overrides));
    expect(answer).toMatchObject({ ok: false, code });
    const facts = (!answer.ok && answer.facts) || {};
    expect(errorText(code, facts) + errorNextStep(code, facts)).not.toMatch(/[{}—]|undefined/);
  });
});

describe('a binding is allowed', () => {
  it.each<[string, Overrides]>([
    ['with a parent born the day before', { relative: child('1985-05-11') }],
    ['with a child born the day after', { claimedRelation: 'child', relative: child('1985-05-13') }],
    ['with a younger spouse: no other age is looked at', { claimedRelation: 'spouse', relative: child('2008-01-01') }],
    ['with a sibling of the same day', { claimedRelation: 'sibling', relative: child('1985-05-12') }],
    ['when the other has bound the owner as what they are', standing({ reverseRelation: 'child' })],
    ['when others only show codes', standing({ ofOwner: bound(9, 'sibling', ['show-code']) }, ownerRule({ maxRelatives: 7 }))],
    ['when another relation is full', standing({ ofOwner: bound(1, 'spouse') }, ownerRule({ relationCaps: { spouse: 1 } }))],
    ['when the same sponsor is named twice', standing({ sponsorsOfRelative: ['a', 'a'] }, ownerRule({ maxSponsorsPerUser: 2 }))],
    [
      'with both roles where they may be joined',
      standing({ ownerIsUser: true, relativeIsSponsor: true }, ownerRule({ rolesExclusive: false })),
    ],
    ['with a limit where one is asked for', { ...ownerRule({ requiredLimits: ['shared'] }), sharedLimitFen: fen(1) }],
    ['with the limit that stands', standing({ sharedLimitFen: fen(1) }, ownerRule({ requiredLimits: ['shared'] }))],
    [
      'with the quota that stands said again, although the money went meanwhile',
      standing(
        { sharedLimitFen: fen(300) },
        { ...ownerRule({ shareable: { kind: 'quota' } }), sharedLimitFen: fen(300), availableFen: fen(0) },
      ),
    ],
    ['with an end date where one is asked for', { ...ownerRule({ grantEndDate: 'required' }), ...sharing({ endsOn: addDays(TODAY, 1) }) }],
    ['with a place where one is asked for', { ...ownerRule({ deductionOrder: 'set-at-binding' }), ...sharing({ place: 1 }) }],
    [
      'with the caps that are asked for',
      {
        ...ownerRule({ requiredLimits: ['per-payment', 'per-month'] }),
        ...sharing({ capPerPaymentFen: fen(1), capPerMonthFen: fen(1) }),
      },
    ],
    ['by opening a switch that was closed', { binding: binding({ grants: [grant({ state: 'ended' }), showCodeGrant()] }), showCode: null }],
    ['by opening a switch that never was open', { binding: binding({ grants: [showCodeGrant()] }), showCode: null }],
    [
      'with money alone in a month whose bindings to show a code are used up',
      standing({ startedThisMonth: 5 }, { ...ownerRule({ maxBindingsPerMonth: 5 }), showCode: null }),
    ],
    [
      'by opening a switch in a month that has no binding left',
      standing(
        { startedThisMonth: 5, ofOwner: [{ relativeId: 'relative', relation: 'parent', grants: ['show-code'] }] },
        { ...ownerRule({ maxBindingsPerMonth: 5 }), binding: binding({ grants: [showCodeGrant()] }), showCode: null },
      ),
    ],
    ['with a payment cap of the month’s cap', sharing({ capPerPaymentFen: fen(100), capPerMonthFen: fen(100) })],
    ['from today to tomorrow', sharing({ startsOn: TODAY, endsOn: addDays(TODAY, 1) })],
    ['for a relative whose insurance is paused', { relative: relative({ insuranceState: 'paused' }) }],
    ['outside the province when only the code is shown', { relative: relative({ regionCode: '370100' }), shareFunds: null }],
    ['without an account when only the code is shown', { owner: person({ scheme: 'resident' }), shareFunds: null }],
    [
      'when sharing is full and only the code is shown',
      standing({ sponsorsOfRelative: ['a'] }, { ...ownerRule({ maxSponsorsPerUser: 1 }), shareFunds: null }),
    ],
  ])('%s', (_name, overrides) => {
    expect(decideBinding(bindingRequest(overrides))).toMatchObject({ ok: true });
  });
});

describe('who has to agree', () => {
  const sponsorOnly = ownerRule({ shareFundsConsent: 'sponsor-only' });
  const plan = (overrides: Overrides) => {
    const answer = decideBinding(bindingRequest(overrides));
    if (!answer.ok) throw new Error(answer.code);
    return {
      state: answer.value.state,
      awaits: answer.value.awaits,
      grants: Object.fromEntries(answer.value.grants.map((each) => [each.kind, each.state])),
    };
  };
  const both = (showCode: string, shareFunds: string) => ({ 'show-code': showCode, 'share-funds': shareFunds });

  it.each<[string, Overrides, { state: string; awaits: string | null; grants: object }]>([
    ['the relative, for both', {}, { state: 'proposed', awaits: 'relative', grants: both('proposed', 'proposed') }],
    [
      'the relative for the code; the money is the sponsor’s to give',
      sponsorOnly,
      { state: 'active', awaits: 'relative', grants: both('proposed', 'active') },
    ],
    ['nobody for money alone', { ...sponsorOnly, showCode: null }, { state: 'active', awaits: null, grants: { 'share-funds': 'active' } }],
    [
      'the relative for the code alone',
      { shareFunds: null },
      { state: 'proposed', awaits: 'relative', grants: { 'show-code': 'proposed' } },
    ],
    [
      'the guardian, for a child',
      { ...CHILD, guardianStatement: true },
      { state: 'active', awaits: null, grants: both('active', 'active') },
    ],
    [
      'the guardian on the eve of the 16th birthday',
      { ...CHILD, relative: child('2010-11-23'), guardianStatement: true },
      { state: 'active', awaits: null, grants: both('active', 'active') },
    ],
    [
      'the child from the 16th birthday on',
      { ...CHILD, relative: child('2010-11-22'), guardianStatement: true },
      { state: 'proposed', awaits: 'relative', grants: both('proposed', 'proposed') },
    ],
    [
      'nobody but the sponsor for a child’s money alone',
      { ...CHILD, ...sponsorOnly, showCode: null },
      { state: 'active', awaits: null, grants: { 'share-funds': 'active' } },
    ],
    [
      'the child by another region’s age',
      { ...CHILD, ...relativeRule({ showCodeConsentFromAge: 9 }) },
      { state: 'proposed', awaits: 'relative', grants: both('proposed', 'proposed') },
    ],
  ])('is %s', (_name, overrides, expected) => {
    expect(plan(overrides)).toEqual(expected);
  });

  it('within 72 hours, or nobody until anything', () => {
    expect(decideBinding(bindingRequest())).toMatchObject({ value: { acceptBy: new Date(NOW.getTime() + 72 * 3_600_000) } });
    expect(decideBinding(bindingRequest({ ...CHILD, guardianStatement: true }))).toMatchObject({
      value: { acceptBy: null },
    });
  });
});

describe('what the plan keeps', () => {
  it('is the terms as they were agreed', () => {
    const shareFunds = terms({ uses: ['premium'], capPerPaymentFen: fen(5), capPerMonthFen: fen(50), endsOn: addDays(TODAY, 30) });
    const answer = decideBinding(bindingRequest({ shareFunds, showCode: { endsOn: addDays(TODAY, 7) }, sharedLimitFen: fen(900) }));
    expect(answer).toMatchObject({
      value: {
        relation: 'parent',
        sharedLimitFen: 900,
        grants: [
          { kind: 'show-code', startsOn: TODAY, endsOn: addDays(TODAY, 7) },
          { kind: 'share-funds', ...shareFunds },
        ],
      },
    });
  });

  it('is the binding’s state with what stood on it already', () => {
    const stood = binding({ grants: [showCodeGrant({ state: 'paused', reason: 'paused-by-owner' }), grant({ state: 'ended' })] });
    expect(decideBinding(bindingRequest({ binding: stood, showCode: null }))).toMatchObject({
      value: { state: 'paused', awaits: 'relative' },
    });
    const pledged = { ...ownerRule({ shareFundsConsent: 'sponsor-only' }), binding: stood, showCode: null };
    expect(decideBinding(bindingRequest(pledged))).toMatchObject({ value: { state: 'active', awaits: null } });
  });

  it.each([
    ['nothing waits', null, 72],
    ['something waits shorter', 71, 72],
    ['something waits longer', 720, 720],
  ])('waits for the later of two deadlines: %s', (_what, standing, hours) => {
    const later = (each: number) => new Date(NOW.getTime() + each * 3_600_000);
    const stood = binding({ grants: [proposedGrant({ kind: 'show-code' })] });
    const opened = { binding: stood, proposedUntil: standing === null ? null : later(standing), showCode: null };
    expect(decideBinding(bindingRequest(opened))).toMatchObject({ value: { acceptBy: later(hours) } });
  });

  it.each([
    [fen(900), fen(500), 900],
    [null, fen(500), 500],
    [null, null, null],
  ])('of the shared limit: asked %p, standing %p, then %p', (asked, before, after) => {
    expect(decideBinding(bindingRequest({ sharedLimitFen: asked, existing: existing({ sharedLimitFen: before }) }))).toMatchObject({
      value: { sharedLimitFen: after },
    });
  });
});

it('every relation has an inverse, and its inverse is itself', () => {
  for (const relation of RELATIONS) expect(INVERSE_RELATION[INVERSE_RELATION[relation]]).toBe(relation);
});
