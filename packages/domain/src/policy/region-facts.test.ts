import { TODAY } from '../../../../test/support/domain-builders';
import { readRulePackFiles, shippedPolicyBook } from '../../../../test/support/rule-pack-files';
import { RELATIONS } from '../binding/relation';
import { plainDate } from '../dates';
import { ruleText } from './rule-text';
import type { AnyRule, Confidence, RegionPolicy, RuleKind, RulePack } from './rules';

// What is known of the regions, written out by hand from the sources: a change of a pack that changes what people may do has to be made here too.

const book = shippedPolicyBook();
const policy = (regionCode: string, on = TODAY): RegionPolicy => {
  const found = book.policyFor(regionCode, on);
  if (found === undefined) throw new Error(`no rules for ${regionCode}`);
  return found;
};

type Fact = readonly [region: string, kind: RuleKind, value: unknown, confidence: Confidence, saidBy?: string];
const DEVICES = ['care', 'drug', 'device', 'premium'];
const WITH_LTC = [...DEVICES, 'ltc-premium'];

/** saidBy: the region whose pack says it, where that is not the region asked about. */
const FACTS: readonly Fact[] = [
  ['000000', 'premiumRefund', { channel: 'here', reasons: ['duplicate', 'died', 'moved-to-employee'], onlyBeforeYear: true }, 'ASSUMED'],
  ['000000', 'relations', RELATIONS, 'V-A'],
  ['000000', 'shareScope', 'province', 'V-A'],
  ['000000', 'uses', DEVICES, 'V-B'],
  ['000000', 'maxShown', 5, 'V-B'],
  ['000000', 'maxShowers', 2, 'V-B'],
  ['000000', 'maxBindingsPerMonth', 5, 'V-C'],
  ['000000', 'showCodeConsentFromAge', 16, 'V-A'],
  ['000000', 'codeTtlSeconds', 30, 'V-B'],
  ['000000', 'waitingPeriod', { fixedMonths: 3, monthsPerFurtherLapsedYear: 1, exemptGroups: ['newborn'] }, 'V-A'],
  ['000000', 'selfEnding', ['owner-insurance-ended', 'owner-moved', 'relative-insurance-ended', 'relative-moved'], 'ASSUMED'],
  ['000000', 'shareFundsConsent', 'relative-accepts', 'ASSUMED'],
  ['000000', 'whoMayEnd', 'either', 'ASSUMED'],
  ['000000', 'shareable', { kind: 'all' }, 'ASSUMED'],
  ['000000', 'deductionOrder', 'as-bound', 'ASSUMED'],
  [
    '000000',
    'counterLimits',
    { mostPerHour: 6, mostPerDay: 20, mostFenPerDay: 1_000_000, institutionKinds: ['hospital', 'pharmacy'] },
    'ASSUMED',
  ],
  ['000000', 'potOrder', ['carriedOver', 'currentYear'], 'ASSUMED'],
  ['000000', 'premiumOnlyInWindow', true, 'ASSUMED'],
  ['110000', 'relations', RELATIONS, 'V-A'],
  ['110000', 'uses', WITH_LTC, 'V-A'],
  ['110000', 'deductionOrder', 'set-by-user', 'V-C'],
  ['110000', 'premiumClearing', { way: 'month-end-sweep' }, 'V-C'],
  ['120000', 'maxRelatives', 4, 'V-C'],
  ['120000', 'papers', ['commitment', 'electronic-signature'], 'V-C'],
  ['120000', 'uses', DEVICES, 'V-B'],
  ['130000', 'papers', ['commitment'], 'V-C'],
  ['140000', 'requiredLimits', ['per-payment'], 'V-B'],
  ['140000', 'premiumBalanceOverFen', 100_000, 'V-C'],
  ['310000', 'shareable', { kind: 'carried-over-only' }, 'V-B'],
  ['310000', 'uses', DEVICES, 'V-B'],
  ['320000', 'relations', RELATIONS, 'V-A'],
  ['320000', 'uses', DEVICES, 'V-A'],
  ['320000', 'maxSponsorsPerUser', 1, 'V-B'],
  ['320000', 'deductionOrder', 'single-sponsor', 'V-C'],
  ['320000', 'shareFundsConsent', 'spouse-accepts', 'V-C'],
  ['320000', 'grantEndDate', 'required', 'V-C'],
  ['320000', 'papers', ['commitment', 'electronic-signature'], 'V-B'],
  ['320500', 'maxSponsorsPerUser', 1, 'V-B'],
  ['320500', 'whoMayEnd', 'sponsor', 'V-B'],
  ['320500', 'selfEnding', ['owner-insurance-ended', 'owner-moved'], 'V-B'],
  ['320500', 'relationCaps', { spouse: 1, parent: 2 }, 'V-C'],
  ['320500', 'uses', DEVICES, 'V-A', '320000'],
  ['330000', 'shareable', { kind: 'carried-over-only' }, 'V-B'],
  ['330000', 'selfEnding', ['owner-moved', 'relative-moved'], 'V-B'],
  ['330000', 'maxSponsorsPerUser', 1, 'V-C'],
  ['330000', 'deductionOrder', 'single-sponsor', 'V-C'],
  ['330200', 'shareable', { kind: 'carried-over-only' }, 'V-B'],
  ['330200', 'grantEndDate', 'optional', 'V-B'],
  ['330200', 'selfEnding', ['owner-moved', 'relative-moved'], 'V-B', '330000'],
  ['350000', 'shareable', { kind: 'pool', floorFen: 200_000, movesPerMonth: 1 }, 'V-B'],
  ['350000', 'shareFundsConsent', 'accepts-or-premium-only', 'V-B'],
  ['350000', 'premiumExcludedGroups', ['newborn', 'fixed-amount-aided'], 'V-B'],
  ['350000', 'premiumClearing', { way: 'tax-batch' }, 'V-B'],
  ['350000', 'premiumRefund', { channel: 'tax-office' }, 'V-B'],
  ['350100', 'shareable', { kind: 'pool', floorFen: 200_000, movesPerMonth: 1 }, 'V-B', '350000'],
  ['360000', 'maxSponsorsPerUser', 1, 'V-A'],
  ['360000', 'deductionOrder', 'single-sponsor', 'V-A'],
  ['360000', 'whoMayEnd', 'either', 'V-A'],
  [
    '360000',
    'selfEnding',
    ['owner-insurance-paused', 'owner-insurance-ended', 'relative-insurance-paused', 'relative-insurance-ended'],
    'V-A',
  ],
  ['370000', 'requiredLimits', ['shared'], 'V-B'],
  ['370000', 'maxSponsorsPerUser', 1, 'V-B'],
  ['370000', 'deductionOrder', 'single-sponsor', 'V-B'],
  ['370000', 'shareFundsConsent', 'sponsor-only', 'V-B'],
  ['370000', 'papers', ['commitment', 'owner-face-check'], 'V-B'],
  ['370000', 'maxRelatives', 7, 'V-C'],
  ['370000', 'rolesExclusive', true, 'ASSUMED'],
  ['370000', 'relationCaps', { spouse: 1, parent: 2 }, 'ASSUMED'],
  ['370000', 'whoMayEnd', 'sponsor', 'ASSUMED'],
  ['370100', 'premiumClearing', { way: 'at-once' }, 'ASSUMED'],
  ['370900', 'maxRelatives', 8, 'V-B'],
  ['370900', 'relationCaps', { spouse: 1, parent: 2 }, 'V-B'],
  ['370900', 'maxSponsorsPerUser', 1, 'V-B'],
  ['370900', 'rolesExclusive', true, 'V-B'],
  ['370900', 'whoMayEnd', 'sponsor', 'V-B'],
  ['370900', 'papers', ['commitment', 'owner-face-check'], 'V-B'],
  ['370900', 'requiredLimits', ['shared'], 'V-B'],
  ['410000', 'waitingPeriod', { fixedMonths: 3, monthsPerFurtherLapsedYear: 1, exemptGroups: ['newborn'] }, 'V-A', '000000'],
  ['411000', 'waitingPeriod', { fixedMonths: 3, monthsPerFurtherLapsedYear: 1, exemptGroups: ['newborn'] }, 'V-A'],
  ['420000', 'minMonthsBeforeEnd', 3, 'V-C'],
  ['420000', 'relations', RELATIONS, 'V-A', '000000'],
  ['430000', 'relations', RELATIONS, 'V-A'],
  ['430000', 'premiumOnlyInWindow', true, 'V-A'],
  ['430000', 'maxRelatives', 10, 'V-B'],
  ['430000', 'maxRelativesEver', 20, 'V-B'],
  ['440000', 'shareFundsConsent', 'sponsor-only', 'V-B'],
  ['440000', 'premiumOnlyInWindow', true, 'V-A'],
  ['440000', 'papers', ['commitment'], 'V-B'],
  ['440000', 'premiumClearing', { way: 'month-end-working-days' }, 'ASSUMED'],
  ['440100', 'maxRelatives', 10, 'V-C'],
  ['440300', 'premiumClearing', { way: 'month-end-working-days' }, 'V-A'],
  ['440300', 'offlineCode', { mostPerDay: 3, mostFenPerDay: 50_000 }, 'ASSUMED'],
  ['440500', 'relations', RELATIONS, 'V-B'],
  ['440500', 'papers', ['owner-id', 'relative-id', 'commitment'], 'V-B'],
  ['441400', 'premiumClearing', { way: 'month-end-working-days' }, 'V-A'],
  ['460000', 'relations', RELATIONS, 'V-B'],
  ['460000', 'uses', WITH_LTC, 'V-B'],
  ['460000', 'whoMayEnd', 'either', 'V-C'],
  ['510000', 'relations', RELATIONS, 'V-A'],
  ['510000', 'uses', DEVICES, 'V-A'],
  ['520000', 'maxSponsorsPerUser', 1, 'V-B'],
  ['520000', 'deductionOrder', 'single-sponsor', 'V-B'],
  ['520000', 'whoMayEnd', 'sponsor', 'V-B'],
  ['520000', 'shareable', { kind: 'all' }, 'V-B'],
  ['520000', 'grantEndDate', 'required', 'V-B'],
  ['520000', 'papers', ['informed-consent'], 'V-B'],
  ['610000', 'deductionOrder', 'set-at-binding', 'V-B'],
  ['610000', 'maxSponsorsPerUser', 2, 'V-C'],
  ['610000', 'grantEndDate', 'required', 'V-B'],
  ['610000', 'papers', ['commitment', 'electronic-signature'], 'V-B'],
  ['610000', 'shareFundsConsent', 'sponsor-only', 'V-B'],
  ['610000', 'waitingPeriod', { fixedMonths: 3, monthsPerFurtherLapsedYear: 1, exemptGroups: ['newborn'], newbornDays: 90 }, 'V-A'],
  ['610100', 'premiumClearing', { way: 'at-once' }, 'ASSUMED'],
  ['610100', 'deductionOrder', 'set-at-binding', 'V-B', '610000'],
  ['620000', 'shareFundsConsent', 'face-check', 'V-A'],
  ['620000', 'papers', ['commitment', 'relative-face-check'], 'V-A'],
  ['620000', 'uses', DEVICES, 'V-A'],
  ['620000', 'shareable', { kind: 'quota' }, 'ASSUMED'],
  ['620000', 'maxRelatives', 8, 'V-C'],
  ['620000', 'maxSponsorsPerSettlement', 3, 'V-C'],
];

describe('on 2026-11-22', () => {
  it.each(
    FACTS.map(([regionCode, kind, value, confidence, saidBy = regionCode]) => [regionCode, kind, value, confidence, saidBy] as const),
  )('%s has %s %j, %s, said by %s', (regionCode, kind, value, confidence, saidBy) => {
    expect(policy(regionCode).rule(kind)).toMatchObject({ value, confidence, regionCode: saidBy });
  });

  it('no pack says more than is written here', () => {
    const said = readRulePackFiles().flatMap(({ raw }) => {
      const { regionCode, rules } = raw as RulePack;
      return rules
        .filter(({ kind, to }) => to === null && !kind.startsWith('premiumWindow') && !kind.startsWith('premiumAmounts'))
        .map(({ kind }) => `${regionCode} ${kind}`);
    });
    expect(said.sort()).toEqual(
      FACTS.filter(([, , , , saidBy]) => saidBy === undefined)
        .map(([regionCode, kind]) => `${regionCode} ${kind}`)
        .sort(),
    );
  });

  /** What no source tells of: a limit here would be invented. */
  it.each<[string, RuleKind]>([
    ['610000', 'premiumBalanceOverFen'],
    ['440300', 'maxRelatives'],
    ['110000', 'maxSponsorsPerUser'],
    ['330200', 'maxRelatives'],
    ['420000', 'maxRelatives'],
    ['500000', 'premiumClearing'],
    ['630000', 'papers'],
  ])('%s has no %s', (regionCode, kind) => {
    expect(policy(regionCode).rule(kind)).toBeUndefined();
    expect(policy(regionCode).unknown).toContain(kind);
  });

  it.each(['440000', '320000', '330000', '350000', '360000', '370000', '520000', '610000', '620000', '110000'])(
    '%s takes from the own account first',
    (regionCode) => {
      const order = policy(regionCode).rule('deductionOrder');
      expect(order === undefined ? '' : ruleText(order as AnyRule)).toMatch(/^先扣本人账户，/);
    },
  );
});

type Premium = readonly [region: string, year: number, amounts: readonly number[], closesOn: string | undefined, confidence: Confidence];
const PREMIUMS: readonly Premium[] = [
  ['000000', 2024, [38_000], undefined, 'V-B'],
  ['000000', 2025, [40_000], undefined, 'V-B'],
  ['000000', 2026, [40_000], undefined, 'V-B'],
  ['110000', 2026, [43_500, 79_500, 46_000], undefined, 'V-B'],
  ['110000', 2027, [43_500, 79_500, 46_000], '2026-12-31', 'ASSUMED'],
  ['130000', 2026, [40_000], '2026-02-28', 'V-B'],
  ['321100', 2026, [49_500], '2025-12-31', 'V-B'],
  ['330328', 2026, [56_000, 53_000], '2025-12-31', 'V-B'],
  ['350100', 2026, [45_000], '2025-12-31', 'V-B'],
  ['350100', 2027, [45_000], '2026-12-31', 'ASSUMED'],
  ['370100', 2025, [44_000, 39_000, 24_000], '2024-12-31', 'V-C'],
  ['370100', 2027, [44_000, 39_000, 24_000], '2026-12-31', 'ASSUMED'],
  ['371500', 2026, [41_000, 38_000], '2025-12-31', 'V-B'],
  ['430000', 2026, [40_000], undefined, 'V-B'],
  ['440300', 2027, [40_000], '2026-12-31', 'ASSUMED'],
  ['440400', 2026, [53_900, 40_400], '2026-02-28', 'V-B'],
  ['441400', 2024, [38_000], '2023-12-31', 'V-B'],
  ['441400', 2027, [40_000], '2026-12-31', 'ASSUMED'],
  ['500000', 2026, [40_000, 77_500], undefined, 'V-B'],
  ['520000', 2026, [40_000], undefined, 'V-B'],
  ['610000', 2026, [40_000, 11_000, 0], '2025-12-25', 'V-A'],
  ['610100', 2027, [40_000, 11_000, 0], '2026-12-25', 'ASSUMED'],
  ['620000', 2026, [40_000], undefined, 'V-B'],
  ['630000', 2026, [40_000], undefined, 'V-B'],
];

describe('the premium', () => {
  it.each(PREMIUMS)('of %s for %i is %j, payable until %s: %s', (regionCode, year, amounts, closesOn, confidence) => {
    const found = policy(regionCode).premiumAmounts(year);
    expect(found?.value.categories.map(({ amountFen }) => amountFen)).toEqual(amounts);
    expect(found?.confidence).toBe(confidence);
    expect(policy(regionCode).premiumWindow(year)?.value.closesOn).toBe(closesOn);
  });

  it.each(['440300', '441400', '370100', '110000', '610100', '350100'])('of %s for 2027 can be paid today', (regionCode) => {
    const window = policy(regionCode).premiumWindow(2027)?.value;
    expect([(window?.opensOn ?? TODAY) <= TODAY, (window?.closesOn ?? TODAY) >= TODAY]).toEqual([true, true]);
  });
});

describe('before every province took all near relatives', () => {
  it.each([
    ['360000', '2023-02-01'],
    ['520000', '2022-11-03'],
    ['441400', '2023-09-01'],
  ])('%s took spouse, parents and children, from %s to 2024-12-08', (regionCode, from) => {
    for (const on of [from, '2024-12-08'])
      expect(policy(regionCode, plainDate(on)).rule('relations')?.value).toEqual(['spouse', 'parent', 'child']);
    expect(policy(regionCode, plainDate('2024-12-09')).rule('relations')?.value).toEqual(RELATIONS);
  });
});
