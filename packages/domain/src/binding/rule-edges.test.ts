import { bindingRequest, existing, policyWith, relative, type RuleOverrides, terms, TODAY } from '../../../../test/support/domain-builders';
import { addDays, plainDate } from '../dates';
import { fen } from '../money';
import { SHARE_FUNDS_CONSENTS, type ShareFundsConsent } from '../policy/rules';
import type { BindingRequest, ExistingBindings } from './binding-request';
import { decideBinding } from './decide-binding';
import type { GrantKind } from './grant';
import { RELATIONS, type Relation } from './relation';

const LIMIT = 3;
const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `other-${index}`);
const bound = (count: number, relation: Relation, kinds: readonly GrantKind[]): Partial<ExistingBindings> => ({
  ofOwner: names(count).map((relativeId) => ({ relativeId, relation, grants: kinds })),
});
const refusalOf = (request: Partial<BindingRequest>): string | null => {
  const decision = decideBinding(bindingRequest(request));
  return decision.ok ? null : decision.code;
};

interface Counted {
  readonly rules: RuleOverrides;
  readonly code: string;
  readonly standing: (count: number) => Partial<ExistingBindings>;
  /** The relative's region counts. */
  readonly ofRelative?: true;
}

/** One more has to fit: with limit − 1 standing it does, with the limit or more it does not. */
const COUNTED: Readonly<Record<string, Counted>> = {
  maxRelatives: {
    rules: { maxRelatives: LIMIT },
    code: 'BINDING_TOO_MANY_RELATIVES',
    standing: (count) => bound(count, 'sibling', ['share-funds']),
  },
  maxRelativesEver: {
    rules: { maxRelativesEver: LIMIT },
    code: 'BINDING_TOO_MANY_EVER',
    standing: (count) => ({ everUsers: names(count) }),
  },
  'relationCaps of the same relation': {
    rules: { relationCaps: { parent: LIMIT } },
    code: 'BINDING_RELATION_CAP_REACHED',
    standing: (count) => bound(count, 'parent', ['share-funds']),
  },
  maxSponsorsPerUser: {
    rules: { maxSponsorsPerUser: LIMIT },
    code: 'BINDING_TOO_MANY_SPONSORS',
    standing: (count) => ({ sponsorsOfRelative: names(count) }),
  },
  maxShown: {
    rules: { maxShown: LIMIT },
    code: 'BINDING_TOO_MANY_SHOWN',
    standing: (count) => bound(count, 'sibling', ['show-code']),
  },
  maxShowers: {
    rules: { maxShowers: LIMIT },
    code: 'BINDING_TOO_MANY_SHOWERS',
    standing: (count) => ({ showersOfRelative: names(count) }),
    ofRelative: true,
  },
  maxBindingsPerMonth: {
    rules: { maxBindingsPerMonth: LIMIT },
    code: 'BINDING_TOO_MANY_THIS_MONTH',
    standing: (startedThisMonth) => ({ startedThisMonth }),
  },
};

describe.each(Object.entries(COUNTED))('%s', (_name, { rules, code, standing, ofRelative }) => {
  const [ruled, unruled] = ofRelative ? (['relativePolicy', 'ownerPolicy'] as const) : (['ownerPolicy', 'relativePolicy'] as const);

  it.each([
    [0, null],
    [LIMIT - 1, null],
    [LIMIT, code],
    [LIMIT + 1, code],
  ])('with %d standing and a limit of 3: %p', (count, refusal) => {
    expect(refusalOf({ existing: existing(standing(count)), [ruled]: policyWith(rules) })).toBe(refusal);
  });

  it('is not the other side’s region’s to count, and no limit where nobody published one', () => {
    const many = existing(standing(LIMIT + 1));
    expect(refusalOf({ existing: many, [unruled]: policyWith(rules) })).toBeNull();
    expect(refusalOf({ existing: many })).toBeNull();
  });
});

describe('who is counted', () => {
  const sharing = (rules: RuleOverrides, standing: Partial<ExistingBindings>) =>
    refusalOf({ ownerPolicy: policyWith(rules), existing: existing(standing) });

  it('is not the same person bound again, in a lifetime', () => {
    for (const others of [LIMIT - 1, LIMIT, LIMIT + 1])
      expect(sharing({ maxRelativesEver: LIMIT }, { everUsers: [...names(others), 'relative'] })).toBeNull();
    expect(sharing({ maxRelativesEver: LIMIT }, { everUsers: ['a', 'a', 'a', 'b'] })).toBeNull();
  });

  it('is not whoever only has their code shown, where money is counted', () => {
    expect(sharing({ maxRelatives: LIMIT }, bound(LIMIT, 'sibling', ['show-code']))).toBeNull();
    expect(sharing({ relationCaps: { parent: LIMIT } }, bound(LIMIT, 'parent', ['show-code']))).toBeNull();
    expect(sharing({ maxShown: LIMIT }, bound(LIMIT, 'sibling', ['share-funds']))).toBeNull();
  });

  it.each(RELATIONS.filter((relation) => relation !== 'parent'))('is not a %s, where parents are capped', (relation) => {
    expect(sharing({ relationCaps: { parent: LIMIT } }, bound(LIMIT, relation, ['share-funds']))).toBeNull();
  });

  it('is not the owner themself among a person’s sponsors and showers', () => {
    expect(sharing({ maxSponsorsPerUser: 1 }, { sponsorsOfRelative: ['owner'] })).toBeNull();
    const shown = { relativePolicy: policyWith({ maxShowers: 1 }), existing: existing({ showersOfRelative: ['owner'] }) };
    expect(refusalOf(shown)).toBeNull();
  });

  it('is nobody for a switch that is not asked for', () => {
    const rules = policyWith({ maxRelatives: 1, maxRelativesEver: 1, maxSponsorsPerUser: 1, rolesExclusive: true });
    const full = existing({
      ...bound(1, 'sibling', ['share-funds']),
      everUsers: names(1),
      sponsorsOfRelative: names(1),
      ownerIsUser: true,
    });
    expect(refusalOf({ ownerPolicy: rules, existing: full, shareFunds: null })).toBeNull();
  });

  it.each([
    [false, false, null],
    [true, false, 'BINDING_ROLE_EXCLUSIVE'],
    [false, true, 'BINDING_ROLE_EXCLUSIVE'],
    [true, true, 'BINDING_ROLE_EXCLUSIVE'],
  ])('is one role a person: sponsor who is a user %p, user who is a sponsor %p: %p', (ownerIsUser, relativeIsSponsor, code) => {
    expect(sharing({ rolesExclusive: true }, { ownerIsUser, relativeIsSponsor })).toBe(code);
    expect(sharing({ rolesExclusive: false }, { ownerIsUser, relativeIsSponsor })).toBeNull();
    expect(sharing({}, { ownerIsUser, relativeIsSponsor })).toBeNull();
  });
});

describe('dates of a new grant, in Shanghai', () => {
  const EVE = new Date('2026-11-21T23:59:59.999+08:00');
  const FIRST = new Date('2026-11-22T00:00:00.000+08:00');
  const LAST = new Date('2026-11-22T23:59:59.999+08:00');
  const NEXT = new Date('2026-11-23T00:00:00.000+08:00');

  it.each([
    ['the day before, its last millisecond', EVE, null],
    ['the day, its first millisecond', FIRST, null],
    ['the day, its last millisecond', LAST, null],
    ['the day after, its first millisecond', NEXT, 'BINDING_DATES_INVALID'],
  ])('a start on 22 November asked for on %s: %p', (_name, now, code) => {
    expect(refusalOf({ showCode: null, shareFunds: terms({ startsOn: TODAY }), now })).toBe(code);
  });

  it.each([
    [-1, 'BINDING_DATES_INVALID'],
    [0, 'BINDING_DATES_INVALID'],
    [1, null],
  ])('an end %d days after the start: %p', (days, code) => {
    expect(refusalOf({ showCode: null, shareFunds: terms({ endsOn: addDays(TODAY, days) }) })).toBe(code);
    expect(refusalOf({ shareFunds: null, showCode: { endsOn: addDays(TODAY, days) } })).toBe(code);
  });
});

/** What begins, in which state, on whose word: for a spouse, a parent of 16 or more and a child below 16; for the premium only, and for care. */
type Begun = 'proposed' | 'sponsor' | 'guardian' | 'temporary';
type Row = readonly [premium: Begun, care: Begun];
const CONSENT: Readonly<Record<ShareFundsConsent, Readonly<Record<'spouse' | 'parent' | 'child', Row>>>> = {
  'sponsor-only': { spouse: ['sponsor', 'sponsor'], parent: ['sponsor', 'sponsor'], child: ['sponsor', 'sponsor'] },
  'relative-accepts': { spouse: ['proposed', 'proposed'], parent: ['proposed', 'proposed'], child: ['guardian', 'guardian'] },
  'spouse-accepts': { spouse: ['proposed', 'proposed'], parent: ['sponsor', 'sponsor'], child: ['sponsor', 'sponsor'] },
  'face-check': { spouse: ['proposed', 'proposed'], parent: ['proposed', 'proposed'], child: ['sponsor', 'sponsor'] },
  'accepts-or-premium-only': { spouse: ['temporary', 'proposed'], parent: ['temporary', 'proposed'], child: ['temporary', 'guardian'] },
};
const BEGUN = {
  proposed: { state: 'proposed', reason: 'proposed', agreedBy: null, agreedOn: null },
  sponsor: { state: 'active', reason: 'sponsor-pledged', agreedBy: 'sponsor', agreedOn: TODAY },
  guardian: { state: 'active', reason: 'guardian-stated', agreedBy: 'guardian', agreedOn: TODAY },
  temporary: { state: 'active', reason: 'temporary-member', agreedBy: 'sponsor', agreedOn: TODAY },
} as const;
const BORN = { spouse: '1986-01-01', parent: '1958-03-08', child: '2010-11-23' } as const;
const consents = SHARE_FUNDS_CONSENTS.flatMap((consent) =>
  (['spouse', 'parent', 'child'] as const).flatMap((relation) =>
    (['premium', 'care'] as const).map((use, index) => [consent, relation, use, CONSENT[consent][relation][index] ?? 'proposed'] as const),
  ),
);

describe('who has to agree to shared funds', () => {
  it.each(consents)('%s, %s, %s: %s', (shareFundsConsent, claimedRelation, use, begun) => {
    const decision = decideBinding(
      bindingRequest({
        claimedRelation,
        relative: relative({ birthDate: plainDate(BORN[claimedRelation]) }),
        showCode: null,
        shareFunds: terms({ uses: [use] }),
        ownerPolicy: policyWith({ shareFundsConsent }),
        guardianStatement: begun === 'guardian',
      }),
    );
    expect(decision).toMatchObject({ ok: true, value: { grants: [BEGUN[begun]], awaits: begun === 'proposed' ? 'relative' : null } });
  });

  it('is the relative where nobody published who', () => {
    const decision = decideBinding(bindingRequest({ showCode: null, ownerPolicy: policyWith({ shareFundsConsent: undefined }) }));
    expect(decision).toMatchObject({ value: { grants: [BEGUN.proposed] } });
  });

  it('premium with anything else is not premium only', () => {
    const ownerPolicy = policyWith({ shareFundsConsent: 'accepts-or-premium-only' });
    const shareFunds = terms({ uses: ['premium', 'drug'], capPerMonthFen: fen(1) });
    expect(decideBinding(bindingRequest({ showCode: null, shareFunds, ownerPolicy }))).toMatchObject({
      value: { grants: [BEGUN.proposed] },
    });
  });

  it.each([
    ['2010-11-22', '2026-11-21T23:59:59.999+08:00', 'guardian'],
    ['2010-11-22', '2026-11-22T00:00:00.000+08:00', 'proposed'],
    ['2012-02-29', '2028-02-28T23:59:59.999+08:00', 'guardian'],
    ['2012-02-29', '2028-02-29T00:00:00.000+08:00', 'proposed'],
  ] as const)('born on %s, at %s: %s, for the code and for the money', (birthDate, at, begun) => {
    const now = new Date(at);
    const { agreedOn: _day, ...expected } = BEGUN[begun];
    const decision = decideBinding(
      bindingRequest({
        claimedRelation: 'child',
        relative: relative({ birthDate: plainDate(birthDate) }),
        shareFunds: terms({ startsOn: plainDate('2028-03-01') }),
        guardianStatement: true,
        now,
      }),
    );
    expect(decision).toMatchObject({ value: { grants: [expected, expected] } });
  });
});
