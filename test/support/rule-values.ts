import { type RuleKind, REFUND_REASONS } from '@gongji/domain';

// For each kind of rule, values that a pack may carry and values that it may not.

type Bad = readonly [value: unknown, path: string];
/** A total map: a kind without good and bad values does not compile. The path is below rules.0.value. */
export const RULE_VALUES: Readonly<Record<RuleKind, { readonly good: readonly unknown[]; readonly bad: readonly Bad[] }>> = {
  relations: {
    good: [['spouse']],
    bad: [
      [[], ''],
      [['aunt'], '0'],
      [['spouse', 'spouse'], ''],
      ['spouse', ''],
      [{}, ''],
    ],
  },
  maxRelatives: {
    good: [1, 1000],
    bad: [
      [0, ''],
      [1001, ''],
      [1.5, ''],
      ['7', ''],
      [null, ''],
      [Number.NaN, ''],
    ],
  },
  maxRelativesEver: {
    good: [20],
    bad: [
      [0, ''],
      [1001, ''],
    ],
  },
  relationCaps: {
    good: [{ spouse: 1 }, { parent: 2, child: 9 }],
    bad: [
      [{ spouse: 0 }, 'spouse'],
      [{ aunt: 1 }, 'aunt'],
      [{}, ''],
      [[], ''],
      [1, ''],
    ],
  },
  maxSponsorsPerUser: {
    good: [1],
    bad: [
      [0, ''],
      [-1, ''],
    ],
  },
  rolesExclusive: {
    good: [true, false],
    bad: [
      ['yes', ''],
      [1, ''],
    ],
  },
  maxShown: { good: [5], bad: [[0, '']] },
  maxShowers: { good: [2], bad: [[0, '']] },
  maxBindingsPerMonth: { good: [5], bad: [[0, '']] },
  showCodeConsentFromAge: {
    good: [16],
    bad: [
      [0, ''],
      [121, ''],
    ],
  },
  shareFundsConsent: { good: ['sponsor-only', 'accepts-or-premium-only'], bad: [['spouse', '']] },
  papers: {
    good: [['owner-id', 'relative-face-check']],
    bad: [
      [['passport'], '0'],
      [[], ''],
    ],
  },
  grantEndDate: { good: ['optional', 'required'], bad: [[true, '']] },
  minMonthsBeforeEnd: {
    good: [1, 60],
    bad: [
      [0, ''],
      [61, ''],
    ],
  },
  whoMayEnd: { good: ['either', 'sponsor'], bad: [['user', '']] },
  selfEnding: {
    good: [['owner-insurance-paused', 'relative-moved']],
    bad: [
      [['owner-died'], '0'],
      [[], ''],
    ],
  },
  shareScope: { good: ['province'], bad: [['country', '']] },
  shareable: {
    good: [
      { kind: 'all' },
      { kind: 'above-floor', floorFen: 200_000 },
      { kind: 'carried-over-only' },
      { kind: 'quota' },
      { kind: 'pool', floorFen: 0, movesPerMonth: 1 },
    ],
    bad: [
      [{ kind: 'half' }, 'kind'],
      [{ kind: 'above-floor' }, 'floorFen'],
      [{ kind: 'above-floor', floorFen: 0 }, 'floorFen'],
      [{ kind: 'above-floor', floorFen: 2000.5 }, 'floorFen'],
      [{ kind: 'all', floorFen: 1 }, 'floorFen'],
      [{ kind: 'pool', floorFen: -1, movesPerMonth: 1 }, 'floorFen'],
      [{ kind: 'pool', floorFen: 0, movesPerMonth: 0 }, 'movesPerMonth'],
      [{ kind: 'pool', floorFen: 0 }, 'movesPerMonth'],
      [{ floorFen: 1 }, 'kind'],
      ['all', ''],
    ],
  },
  requiredLimits: {
    good: [['shared'], ['per-payment', 'per-month']],
    bad: [
      [[], ''],
      [['yearly'], '0'],
      ['shared', ''],
    ],
  },
  uses: {
    good: [['care', 'ltc-premium']],
    bad: [
      [['gym'], '0'],
      [[], ''],
    ],
  },
  deductionOrder: { good: ['as-bound', 'set-at-binding', 'set-by-user', 'single-sponsor'], bad: [['random', '']] },
  maxSponsorsPerSettlement: { good: [1, 3], bad: [[0, '']] },
  counterLimits: {
    good: [{ mostPerHour: 1, mostPerDay: 20, mostFenPerDay: 1, institutionKinds: ['pharmacy', 'hospital'] }],
    bad: [
      [{ mostPerHour: 0, mostPerDay: 20, mostFenPerDay: 1, institutionKinds: ['hospital'] }, 'mostPerHour'],
      [{ mostPerHour: 1, mostPerDay: 1001, mostFenPerDay: 1, institutionKinds: ['hospital'] }, 'mostPerDay'],
      [{ mostPerHour: 1, mostPerDay: 20, mostFenPerDay: 0.5, institutionKinds: ['hospital'] }, 'mostFenPerDay'],
      [{ mostPerHour: 1, mostPerDay: 20, mostFenPerDay: 1, institutionKinds: ['gym'] }, 'institutionKinds.0'],
      [{ mostPerHour: 1, mostPerDay: 20, mostFenPerDay: 1, institutionKinds: [] }, 'institutionKinds'],
      [{ mostPerHour: 1, mostPerDay: 20, institutionKinds: ['hospital'] }, 'mostFenPerDay'],
    ],
  },
  potOrder: {
    good: [['carriedOver', 'currentYear']],
    bad: [
      [['carriedOver'], ''],
      [['carriedOver', 'carriedOver'], ''],
      [['x', 'currentYear'], '0'],
    ],
  },
  codeTtlSeconds: {
    good: [5, 30, 600],
    bad: [
      [4, ''],
      [601, ''],
    ],
  },
  offlineCode: {
    good: [
      { mostPerDay: 1, mostFenPerDay: 1 },
      { mostPerDay: 20, mostFenPerDay: 50_000 },
    ],
    bad: [
      [{ mostPerDay: 0, mostFenPerDay: 50_000 }, 'mostPerDay'],
      [{ mostPerDay: 21, mostFenPerDay: 50_000 }, 'mostPerDay'],
      [{ mostPerDay: 3, mostFenPerDay: 0 }, 'mostFenPerDay'],
      [{ mostPerDay: 3 }, 'mostFenPerDay'],
      [{ mostPerDay: 3, mostFenPerDay: 50_000, more: 1 }, 'more'],
      [3, ''],
    ],
  },
  premiumWindow: {
    good: [
      { year: 2027, opensOn: '2026-10-01', closesOn: '2026-12-31' },
      { year: 2027, opensOn: null, closesOn: '2026-12-31' },
    ],
    bad: [
      [{ year: 2027, opensOn: '2026-02-30', closesOn: null }, 'opensOn'],
      [{ year: 2019, opensOn: null, closesOn: '2026-12-31' }, 'year'],
      [{ year: 2027, opensOn: null }, 'closesOn'],
      [{ year: 2027, opensOn: null, closesOn: '2026-12-31', open: true }, 'open'],
      ['2026', ''],
    ],
  },
  premiumAmounts: {
    good: [{ year: 2027, categories: [{ code: 'a', text: '一', amountFen: 0 }] }],
    bad: [
      [{ year: 2027, categories: [] }, 'categories'],
      [{ year: 2027, categories: [{ code: 'a', text: '一', amountFen: 400.5 }] }, 'categories.0.amountFen'],
      [{ year: 2027, categories: [{ code: 'a', text: '一', amountFen: -1 }] }, 'categories.0.amountFen'],
      [{ year: 2027, categories: [{ code: 'a', text: '一', amountFen: '400' }] }, 'categories.0.amountFen'],
      [{ year: 2027, categories: [{ code: '', text: '一', amountFen: 1 }] }, 'categories.0.code'],
      [{ year: 2027, categories: [{ code: 'a', amountFen: 1 }] }, 'categories.0.text'],
      [{ year: '2027', categories: [{ code: 'a', text: '一', amountFen: 1 }] }, 'year'],
    ],
  },
  premiumClearing: {
    good: [{ way: 'at-once' }],
    bad: [
      [{ way: 'soon' }, 'way'],
      [{}, 'way'],
      ['at-once', ''],
    ],
  },
  premiumExcludedGroups: {
    good: [['newborn']],
    bad: [
      [['tall'], '0'],
      [[], ''],
    ],
  },
  premiumOnlyInWindow: { good: [true], bad: [['true', '']] },
  premiumBalanceOverFen: {
    good: [100_000],
    bad: [
      [0, ''],
      [1000.5, ''],
    ],
  },
  premiumRefund: {
    good: [{ channel: 'tax-office' }, { channel: 'here', reasons: [...REFUND_REASONS], onlyBeforeYear: true }],
    bad: [
      [{ channel: 'phone' }, 'channel'],
      [{ channel: 'tax-office', reasons: ['died'] }, 'reasons'],
      [{ channel: 'here', reasons: [], onlyBeforeYear: true }, 'reasons'],
      [{ channel: 'here', reasons: ['regret'], onlyBeforeYear: true }, 'reasons.0'],
      [{ channel: 'here', reasons: ['died'] }, 'onlyBeforeYear'],
    ],
  },
  waitingPeriod: {
    good: [{ fixedMonths: 3, monthsPerFurtherLapsedYear: 1, exemptGroups: ['newborn'] }],
    bad: [
      [{ fixedMonths: -1, monthsPerFurtherLapsedYear: 1, exemptGroups: ['newborn'] }, 'fixedMonths'],
      [{ fixedMonths: 3, monthsPerFurtherLapsedYear: 1.5, exemptGroups: ['newborn'] }, 'monthsPerFurtherLapsedYear'],
      [{ fixedMonths: 3, monthsPerFurtherLapsedYear: 1, exemptGroups: ['tall'] }, 'exemptGroups.0'],
      [{ fixedMonths: 3, monthsPerFurtherLapsedYear: 1 }, 'exemptGroups'],
    ],
  },
};
