import type { PotBalance } from '../../packages/domain/src/account/shareable';
import type { BindingRequest, ExistingBindings } from '../../packages/domain/src/binding/binding-request';
import type { Binding, Grant, GrantTerms } from '../../packages/domain/src/binding/grant';
import { bindingStateOf } from '../../packages/domain/src/binding/grant-steps';
import { type PlainDate, plainDate } from '../../packages/domain/src/dates';
import { fen } from '../../packages/domain/src/money';
import type { PersonFacts } from '../../packages/domain/src/person/person';
import { buildPolicyBook } from '../../packages/domain/src/policy/policy-book';
import type { AnyRule, RegionPolicy, RuleKind, RulePack, RuleValues } from '../../packages/domain/src/policy/rules';
import { WEEKENDS_ONLY, type WorkingCalendar } from '../../packages/domain/src/premium/working-calendar';

// Facts for tests of rules. Everything is well in them; a test overrides what it is about. Only the parts they are made of are imported: a test of one
// rule loads that rule, not the whole package.

export const TODAY = plainDate('2026-11-22');
/** Noon of that day in Shanghai. */
export const NOW = new Date('2026-11-22T04:00:00Z');
/** Monday to Friday, and known for good. */
export const NO_HOLIDAYS: WorkingCalendar = { ...WEEKENDS_ONLY, knownThrough: 9999 };

export const person = (overrides: Partial<PersonFacts> = {}): PersonFacts => ({
  id: 'owner',
  birthDate: plainDate('1985-05-12'),
  regionCode: '440300',
  scheme: 'employee',
  insuranceState: 'normal',
  groups: [],
  diedOn: null,
  ...overrides,
});

export const relative = (overrides: Partial<PersonFacts> = {}): PersonFacts =>
  person({ id: 'relative', birthDate: plainDate('1958-03-08'), regionCode: '441400', scheme: 'resident', ...overrides });

const SOURCE = { title: '测试', address: 'https://example.com/rule', date: '2024' };

export const ruleOf = <K extends RuleKind>(kind: K, value: RuleValues[K], overrides: object = {}): AnyRule =>
  ({ kind, value, from: '2020-01-01', to: null, source: SOURCE, confidence: 'V-A', ...overrides }) as unknown as AnyRule;

export const packOf = (regionCode: string, parentCode: string | null, rules: readonly AnyRule[]): RulePack => ({
  regionCode,
  regionName: `地区${regionCode}`,
  parentCode,
  rules,
});

/** What every region of the tests has unless a test says otherwise; undefined takes a rule away. */
const BASE = {
  relations: [
    'spouse',
    'parent',
    'child',
    'sibling',
    'paternal-grandparent',
    'maternal-grandparent',
    'paternal-grandchild',
    'maternal-grandchild',
  ],
  shareScope: 'province',
  uses: ['care', 'drug', 'device', 'premium'],
  showCodeConsentFromAge: 16,
  shareFundsConsent: 'relative-accepts',
  shareable: { kind: 'all' },
  potOrder: ['carriedOver', 'currentYear'],
  premiumClearing: { way: 'month-end-working-days' },
  premiumOnlyInWindow: true,
  premiumWindow: { year: 2027, opensOn: plainDate('2026-10-01'), closesOn: plainDate('2026-12-31') },
  premiumRefund: { channel: 'here', reasons: ['duplicate', 'died', 'moved-to-employee'], onlyBeforeYear: true },
  waitingPeriod: { fixedMonths: 3, monthsPerFurtherLapsedYear: 1, exemptGroups: ['newborn'] },
} as const satisfies Partial<RuleValues>;

export type RuleOverrides = { readonly [K in RuleKind]?: RuleValues[K] | undefined };

export function policyWith(overrides: RuleOverrides = {}, on: PlainDate = TODAY): RegionPolicy {
  const values: RuleOverrides = { ...BASE, ...overrides };
  const rules = Object.entries(values).flatMap(([kind, value]) => (value === undefined ? [] : [ruleOf(kind as RuleKind, value)]));
  const policy = buildPolicyBook([packOf('440000', null, rules)]).policyFor('440000', on);
  if (policy === undefined) throw new Error('the pack of the test is known');
  return policy;
}

export const terms = (overrides: Partial<GrantTerms> = {}): GrantTerms => ({
  uses: ['care', 'drug', 'premium'],
  capPerPaymentFen: null,
  capPerMonthFen: null,
  startsOn: TODAY,
  endsOn: null,
  place: null,
  ...overrides,
});

/** Agreed to by the relative today. */
export const grant = (overrides: Partial<Grant> = {}): Grant => ({
  kind: 'share-funds',
  state: 'active',
  reason: 'accepted',
  agreedBy: 'relative',
  agreedOn: TODAY,
  ...terms(),
  ...overrides,
});
/** An invitation that nobody has answered. */
export const proposedGrant = (overrides: Partial<Grant> = {}): Grant =>
  grant({ state: 'proposed', reason: 'proposed', agreedBy: null, agreedOn: null, ...overrides });
export const showCodeGrant = (overrides: Partial<Grant> = {}): Grant => grant({ kind: 'show-code', uses: [], ...overrides });

const BOTH: readonly Grant[] = [grant(), showCodeGrant()];

/** In the state that its grants give it. */
export const binding = (overrides: Partial<Binding> = {}): Binding => ({
  id: 'binding',
  ownerId: 'owner',
  relativeId: 'relative',
  relation: 'parent',
  state: bindingStateOf(overrides.grants ?? BOTH),
  grants: BOTH,
  createdOn: TODAY,
  ownerRegionCode: '440300',
  relativeRegionCode: '441400',
  ...overrides,
});

export const existing = (overrides: Partial<ExistingBindings> = {}): ExistingBindings => ({
  ofOwner: [],
  everUsers: [],
  reverseRelation: null,
  sponsorsOfRelative: [],
  showersOfRelative: [],
  ownerIsUser: false,
  relativeIsSponsor: false,
  startedThisMonth: 0,
  sharedLimitFen: null,
  sharedSpentFen: fen(0),
  ...overrides,
});

export const bindingRequest = (overrides: Partial<BindingRequest> = {}): BindingRequest => ({
  owner: person(),
  relative: relative(),
  claimedRelation: 'parent',
  showCode: { endsOn: null },
  shareFunds: terms(),
  sharedLimitFen: null,
  binding: null,
  proposedUntil: null,
  availableFen: fen(1_000_000),
  movesThisMonth: 0,
  guardianStatement: false,
  consentVersion: 'v1',
  currentConsentVersion: 'v1',
  existing: existing(),
  ownerPolicy: policyWith(),
  relativePolicy: policyWith(),
  now: NOW,
  ...overrides,
});

export const pots = (currentYear: number, carriedOver: number, frozen = 0): readonly PotBalance[] => [
  { pot: 'currentYear', balanceFen: fen(currentYear), frozenFen: fen(frozen) },
  { pot: 'carriedOver', balanceFen: fen(carriedOver), frozenFen: fen(0) },
];
