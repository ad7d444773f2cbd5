import { TODAY } from '../../../../test/support/domain-builders';
import { readRulePackFiles } from '../../../../test/support/rule-pack-files';
import { checkRulePack, checkRulePacks } from './check-rule-pack';
import { buildPolicyBook } from './policy-book';
import { ruleText } from './rule-text';
import type { RegionPolicy, RuleKind, RulePack } from './rules';

const files = readRulePackFiles();
const packs = files.map(({ raw }) => raw as RulePack);
const book = buildPolicyBook(packs);
const policy = (regionCode: string): RegionPolicy => {
  const found = book.policyFor(regionCode, TODAY);
  if (found === undefined) throw new Error(`no pack for ${regionCode}`);
  return found;
};
const every = packs.flatMap((pack) => pack.rules.map((rule, index) => [`${pack.regionName} ${rule.kind} ${index}`, rule] as const));

describe('the rule packs of this repository', () => {
  it.each(files.map(({ file, raw }) => [file, raw] as const))('%s is valid and named after its region', (file, raw) => {
    expect(checkRulePack(raw)).toEqual([]);
    expect(file).toBe(`${(raw as RulePack).regionCode}.yaml`);
  });

  it('stand on each other', () => {
    expect(packs.length).toBeGreaterThanOrEqual(11);
    expect(checkRulePacks(packs)).toEqual([]);
  });

  it.each(every)('%s has a sentence of its own', (_name, rule) => {
    expect(ruleText(rule)).toMatch(/^[^{}]{6,}。$/);
    expect(ruleText(rule)).not.toMatch(/undefined|NaN|null|\[object/);
  });

  it('say what they assume and why', () => {
    const silent = every.filter(([, rule]) => rule.confidence === 'ASSUMED' && !/假定|沿用/.test(rule.note ?? ''));
    expect(silent).toEqual([]);
    expect(every.filter(([, rule]) => rule.confidence === 'ASSUMED').length).toBeGreaterThan(15);
  });

  it('carry every amount and window of 2027 as assumed: nobody has published them', () => {
    const of2027 = every.filter(
      ([, rule]) => (rule.kind === 'premiumAmounts' || rule.kind === 'premiumWindow') && rule.value.year === 2027,
    );
    expect(of2027.length).toBeGreaterThanOrEqual(12);
    expect(of2027.filter(([, rule]) => rule.confidence !== 'ASSUMED')).toEqual([]);
  });
});

/** What is in force on 2026-11-22. A change of a pack that changes what people may do has to be made here too. */
const IN_FORCE: Readonly<Record<string, Readonly<Partial<Record<RuleKind, unknown>>>>> = {
  '440300': {
    maxRelatives: undefined,
    maxSponsorsPerUser: undefined,
    shareFundsConsent: 'sponsor-only',
    whoMayEnd: 'either',
    shareable: { kind: 'all' },
    sharedLimit: undefined,
    deductionOrder: 'as-bound',
    uses: ['care', 'drug', 'device', 'premium'],
    premiumClearing: { way: 'month-end-working-days' },
    premiumExcludedGroups: undefined,
  },
  '441400': { shareFundsConsent: 'sponsor-only', premiumClearing: { way: 'month-end-working-days' }, premiumOnlyInWindow: true },
  '370100': {
    maxRelatives: 7,
    relationCaps: { spouse: 1, parent: 2 },
    maxSponsorsPerUser: 1,
    rolesExclusive: true,
    shareFundsConsent: 'sponsor-only',
    whoMayEnd: 'sponsor',
    sharedLimit: 'required',
    deductionOrder: 'single-sponsor',
    premiumClearing: { way: 'at-once' },
  },
  '110000': {
    shareFundsConsent: 'relative-accepts',
    whoMayEnd: 'either',
    uses: ['care', 'drug', 'device', 'premium', 'ltc-premium'],
    deductionOrder: 'set-by-user',
    premiumClearing: { way: 'month-end-sweep' },
  },
  '610100': {
    shareFundsConsent: 'sponsor-only',
    maxSponsorsPerUser: 2,
    shareable: { kind: 'all' },
    premiumClearing: { way: 'at-once' },
    waitingPeriod: { fixedMonths: 3, monthsPerFurtherLapsedYear: 1, exemptGroups: ['newborn'] },
  },
  '350100': {
    shareFundsConsent: 'relative-accepts',
    shareable: { kind: 'above-floor', floorFen: 200_000 },
    premiumClearing: { way: 'tax-batch' },
    premiumExcludedGroups: ['newborn', 'fixed-amount-aided'],
  },
};
const inForce = Object.entries(IN_FORCE).flatMap(([code, rules]) =>
  Object.entries(rules).map(([kind, value]) => [code, kind as RuleKind, value] as const),
);

describe('on 2026-11-22', () => {
  it.each(inForce)('%s has %s %j', (regionCode, kind, value) => {
    expect(policy(regionCode).rule(kind)?.value).toEqual(value);
  });

  it.each([
    ['440300', [40_000], '2026-12-31'],
    ['441400', [40_000], '2026-12-31'],
    ['370100', [44_000, 39_000, 24_000], '2026-12-31'],
    ['110000', [43_500, 79_500, 46_000], '2026-12-31'],
    ['610100', [40_000, 11_000, 0], '2026-12-25'],
    ['350100', [45_000], '2026-12-31'],
  ])('%s has the amounts %j for 2027, payable until %s', (regionCode, amounts, closesOn) => {
    const window = policy(regionCode).premiumWindow(2027);
    expect(
      policy(regionCode)
        .premiumAmounts(2027)
        ?.value.categories.map((category) => category.amountFen),
    ).toEqual(amounts);
    expect(window?.value.closesOn).toBe(closesOn);
    expect((window?.value.opensOn ?? TODAY) <= TODAY).toBe(true);
  });

  it.each(Object.keys(IN_FORCE))('%s has what every region needs', (regionCode) => {
    const needed: readonly RuleKind[] = [
      'relations',
      'shareScope',
      'uses',
      'shareable',
      'potOrder',
      'codeTtlSeconds',
      'premiumClearing',
      'waitingPeriod',
    ];
    expect(needed.filter((kind) => policy(regionCode).rule(kind) === undefined)).toEqual([]);
    expect(policy(regionCode).rule('codeTtlSeconds')?.value).toBe(30);
    expect(policy(regionCode).rule('maxShown')?.value).toBe(5);
    expect(policy(regionCode).rule('maxShowers')?.value).toBe(2);
    expect(policy(regionCode).rule('relations')?.value).toHaveLength(8);
  });
});
