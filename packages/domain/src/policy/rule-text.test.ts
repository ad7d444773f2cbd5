import { ruleOf } from '../../../../test/support/domain-builders';
import { plainDate } from '../dates';
import { fen } from '../money';
import { ruleText } from './rule-text';
import type { AnyRule, RuleKind } from './rules';

/** A total map: a kind without a sentence does not compile. */
const SENTENCES: Readonly<Record<RuleKind, readonly (readonly [AnyRule, string])[]>> = {
  relations: [[ruleOf('relations', ['spouse', 'parent']), '可以绑定的近亲属：配偶、父母。']],
  maxRelatives: [[ruleOf('maxRelatives', 7), '一个人的个人账户最多同时给 7 位亲属使用。']],
  maxRelativesEver: [[ruleOf('maxRelativesEver', 20), '一个人的个人账户累计最多给 20 位不同的亲属使用，同一人重新绑定不重复计算。']],
  relationCaps: [[ruleOf('relationCaps', { spouse: 1, parent: 2 }), '同一关系的人数上限：配偶 1 人、父母 2 人。']],
  maxSponsorsPerUser: [[ruleOf('maxSponsorsPerUser', 1), '每人最多由 1 位亲属共济。']],
  rolesExclusive: [
    [ruleOf('rolesExclusive', true), '共济人与使用人不能兼任。'],
    [ruleOf('rolesExclusive', false), '一个人可以既是共济人又是使用人。'],
  ],
  maxShown: [[ruleOf('maxShown', 5), '一个人最多可以出示 5 位亲属的医保码。']],
  maxShowers: [[ruleOf('maxShowers', 2), '一个人的医保码最多由 2 位亲属代为出示。']],
  maxBindingsPerMonth: [[ruleOf('maxBindingsPerMonth', 5), '每个自然月最多办理 5 次“出示TA的医保码”的绑定。']],
  showCodeConsentFromAge: [[ruleOf('showCodeConsentFromAge', 16), '年满 16 周岁的亲属要本人同意才能由您出示医保码；未满的由监护人承诺。']],
  shareFundsConsent: [
    [ruleOf('shareFundsConsent', 'sponsor-only'), '家庭共济由共济人承诺即可，不需要使用人确认。'],
    [ruleOf('shareFundsConsent', 'relative-accepts'), '家庭共济需要使用人本人确认。'],
    [ruleOf('shareFundsConsent', 'spouse-accepts'), '配偶使用家庭共济要本人登录确认，其他亲属由共济人承诺即可。'],
    [ruleOf('shareFundsConsent', 'face-check'), '家庭共济要使用人本人刷脸确认；未满 16 周岁的由共济人承诺即可。'],
    [
      ruleOf('shareFundsConsent', 'accepts-or-premium-only'),
      '家庭共济需要使用人本人确认；没有确认的只能作为临时成员，由共济人代缴居民医保费。',
    ],
  ],
  papers: [
    [
      ruleOf('papers', ['owner-id', 'commitment', 'electronic-signature']),
      '办理前请准备：您的身份证件、承诺书（在本程序内签署）、手写电子签名。',
    ],
  ],
  grantEndDate: [
    [ruleOf('grantEndDate', 'optional'), '家庭共济的结束日期可以不填。'],
    [ruleOf('grantEndDate', 'required'), '家庭共济要填写结束日期。'],
  ],
  minMonthsBeforeEnd: [[ruleOf('minMonthsBeforeEnd', 3), '家庭共济绑定满 3 个月后才能解绑。']],
  whoMayEnd: [
    [ruleOf('whoMayEnd', 'either'), '双方都可以解绑。'],
    [ruleOf('whoMayEnd', 'sponsor'), '家庭共济只能由共济人解绑。'],
  ],
  selfEnding: [
    [ruleOf('selfEnding', ['owner-insurance-ended', 'relative-moved']), '以下情况家庭共济自动结束：共济人参保终止、使用人转到其他统筹区。'],
  ],
  shareScope: [[ruleOf('shareScope', 'province'), '家庭共济只办理省内，双方要在同一个省参保。']],
  shareable: [
    [ruleOf('shareable', { kind: 'all' }), '个人账户余额都可以共济。'],
    [ruleOf('shareable', { kind: 'above-floor', floorFen: fen(200_000) }), '个人账户余额超过 ¥2,000.00 的部分可以共济。'],
    [ruleOf('shareable', { kind: 'carried-over-only' }), '只有历年账户的余额可以共济，当年划入的不可以。'],
    [ruleOf('shareable', { kind: 'quota' }), '只有共济人划出的共济额度可以给亲属用；划出期间共济人自己不能用，没用完的随时可以收回。'],
    [
      ruleOf('shareable', { kind: 'pool', floorFen: fen(200_000), movesPerMonth: 1 }),
      '只有划入家庭共济账户的钱可以给亲属用；只能划余额超过 ¥2,000.00 的部分，每月最多 1 次。',
    ],
  ],
  requiredLimits: [
    [ruleOf('requiredLimits', ['shared']), '共济人要设置全体亲属共用限额（官方叫“消费可用限额”）。'],
    [ruleOf('requiredLimits', ['per-payment', 'per-month']), '共济人要设置每位亲属的单次限额、每位亲属的每月限额。'],
  ],
  uses: [[ruleOf('uses', ['care', 'premium']), '个人账户可以帮家人付：看病、居民医保费。']],
  deductionOrder: [
    [ruleOf('deductionOrder', 'as-bound'), '先扣本人账户，再按绑定的先后扣各共济人。'],
    [ruleOf('deductionOrder', 'set-at-binding'), '先扣本人账户，再按绑定时填写的顺位扣各共济人。'],
    [ruleOf('deductionOrder', 'set-by-user'), '先扣本人账户，再按使用人排的顺序扣各共济人。'],
    [ruleOf('deductionOrder', 'single-sponsor'), '先扣本人账户，再扣唯一的共济人。'],
  ],
  maxSponsorsPerSettlement: [[ruleOf('maxSponsorsPerSettlement', 3), '一次结算最多由 3 位共济人的账户支付。']],
  counterLimits: [
    [
      ruleOf('counterLimits', { mostPerHour: 6, mostPerDay: 20, mostFenPerDay: fen(1_000_000), institutionKinds: ['hospital'] }),
      '在收费窗口用家人的账户：同一人 1 小时内最多 6 次、每天最多 20 次，每天合计最多 ¥10,000.00，可以用的机构是定点医院。本人的账户不受这些限制。',
    ],
  ],
  potOrder: [[ruleOf('potOrder', ['carriedOver', 'currentYear']), '同一个人的账户先扣历年账户，再扣当年账户。']],
  codeTtlSeconds: [[ruleOf('codeTtlSeconds', 30), '医保码每 30 秒刷新一次，过期不能使用。']],
  offlineCode: [
    [
      ruleOf('offlineCode', { mostPerDay: 3, mostFenPerDay: fen(50_000) }),
      '没有网络时可以出示离线医保码，每人每天最多 3 次，个人账户合计最多付 ¥500.00。',
    ],
  ],
  premiumWindow: [
    [
      ruleOf('premiumWindow', { year: 2027, opensOn: plainDate('2026-10-01'), closesOn: plainDate('2026-12-31') }),
      '2027 年度集中缴费期：2026年10月1日开始，2026年12月31日截止。',
    ],
    [
      ruleOf('premiumWindow', { year: 2027, opensOn: null, closesOn: plainDate('2026-12-31') }),
      '2027 年度集中缴费期：开始日期没有查到，2026年12月31日截止。',
    ],
    [
      ruleOf('premiumWindow', { year: 2027, opensOn: plainDate('2026-10-01'), closesOn: null }),
      '2027 年度集中缴费期：2026年10月1日开始，截止日期没有查到。',
    ],
  ],
  premiumAmounts: [
    [
      ruleOf('premiumAmounts', { year: 2027, categories: [{ code: 'a', text: '成年居民', amountFen: fen(44_000) }] }),
      '2027 年度居民医保个人缴费：成年居民 ¥440.00。应缴金额以税务部门为准。',
    ],
  ],
  premiumClearing: [
    [ruleOf('premiumClearing', { way: 'at-once' }), '个账代缴：申请成功即完成缴费。'],
    [ruleOf('premiumClearing', { way: 'month-end-sweep' }), '个账代缴：月末统一从账户划扣。'],
  ],
  premiumExcludedGroups: [[ruleOf('premiumExcludedGroups', ['newborn', 'orphan']), '不能用个人账户代缴：新生儿、孤儿。']],
  premiumOnlyInWindow: [
    [ruleOf('premiumOnlyInWindow', true), '个账代缴只在集中缴费期内办理。'],
    [ruleOf('premiumOnlyInWindow', false), '集中缴费期以外也可以办理个账代缴。'],
  ],
  premiumBalanceOverFen: [[ruleOf('premiumBalanceOverFen', fen(100_000)), '个人账户余额超过 ¥1,000.00 才能代缴居民医保费。']],
  premiumRefund: [
    [ruleOf('premiumRefund', { channel: 'tax-office' }), '扣款后的退费由税务部门办理，这里不能申请。'],
    [
      ruleOf('premiumRefund', { channel: 'here', reasons: ['duplicate', 'died'], onlyBeforeYear: true }),
      '参保年度开始前，付款人可以在这里申请退费，情形：重复缴费、参保人去世；由税务部门决定。',
    ],
    [
      ruleOf('premiumRefund', { channel: 'here', reasons: ['moved-to-employee'], onlyBeforeYear: false }),
      '付款人可以在这里申请退费，情形：已参加职工医保；由税务部门决定。',
    ],
  ],
  waitingPeriod: [
    [
      ruleOf('waitingPeriod', { fixedMonths: 3, monthsPerFurtherLapsedYear: 1, exemptGroups: ['newborn'] }),
      '未在集中缴费期内参保或未连续参保的，待遇等待期 3 个月，每多断保 1 年再加 1 个月；新生儿除外。多断保的月份可以补缴抵减，每补缴 1 年少 1 个月。',
    ],
    [
      ruleOf('waitingPeriod', { fixedMonths: 3, monthsPerFurtherLapsedYear: 1, exemptGroups: ['newborn'], newbornDays: 90 }),
      '未在集中缴费期内参保或未连续参保的，待遇等待期 3 个月，每多断保 1 年再加 1 个月；新生儿除外。多断保的月份可以补缴抵减，每补缴 1 年少 1 个月。新生儿出生 90 天以内缴费的从出生起算，更晚的从缴费下个月起算。',
    ],
  ],
};

describe('a rule says itself in one sentence', () => {
  it.each(Object.values(SENTENCES).flat())('%#', (rule, sentence) => {
    expect(ruleText(rule)).toBe(sentence);
  });
});
