import type { Sentence } from './sentence';

/** Notes on resident insurance premiums: what they are, when and how they are paid, and from when there are benefits. */
export const PREMIUM_RULE_NOTES: readonly Sentence[] = [
  [
    '没有查到 2027 年度的标准，沿用 2026 年度的 400 元，仅供预览；应缴金额以税务部门为准。',
    'No amount for 2027 was found; the ¥400 of 2026 is carried forward, as a preview only. The tax office has the last word on what is due.',
  ],
  [
    '湖南写明只在集中缴费期内可以个账代缴，广东写明在参保地缴费期内办理；其他地区没有查到，假定相同。新生儿不受缴费期限制。',
    'Hunan states that premiums can be paid from personal accounts only in the payment period, Guangdong that this is done in the payment period of the place of insurance. Nothing was found for other regions; the same is assumed. Newborn babies are not limited by the payment period.',
  ],
  [
    '没有查到全国公开的退费规定，来源只说在税务平台申请。假定（暂定）：参保年度开始前，因重复缴费、参保人去世或已参加职工医保的，付款人可以提交申请，由税务部门决定，不决定的不退；年度开始后请到税务部门办理。',
    'No published rule on refunds for the whole country was found; the source speaks of the tax office’s platform only. Assumed (provisional): before the insured year begins, whoever paid can apply if it was paid twice, the insured person has died or is now in employee insurance. The tax office decides; what it does not decide is not refunded. After the year has begun, please go to the tax office.',
  ],
  [
    '退役军人和非本人原因断保的困难群众也可能不设等待期，要经办机构认定，这里没有自动免除。',
    'There may be no waiting period either for veterans and for people in hardship whose insurance lapsed through no fault of their own. The insurance office has to recognise this; here nobody is exempted automatically.',
  ],
  [
    '登记后月末自动从账户划扣，失败的次月转到税务渠道。来自权威性低的网页，没有日期。月末按最后一天、在那之前可以作废，这两点是假定的。',
    'Once registered, it is taken from the account automatically at the end of the month; what fails goes over to the tax office’s channels the month after. From a web page of little authority, without a date. That it is the last day of the month, and that it can be voided before, is assumed.',
  ],
  [
    '没有查到 2027 年度的标准，沿用 2026 年度，仅供预览；应缴金额以税务部门为准。',
    'No amounts for 2027 were found; those of 2026 are carried forward, as a preview only. The tax office has the last word on what is due.',
  ],
  [
    '没有查到北京的缴费期。各地往年多为 9 月或 10 月到 12 月 31 日，这里按较短的 10 月起假定。',
    'No payment period for Beijing was found. In earlier years it mostly ran from Sep or Oct to 31 Dec; here the shorter one, from Oct, is assumed.',
  ],
  ['400 元写的是承德。网址是汇总页。', 'The ¥400 was written of Chengde. The address is that of a summary page.'],
  [
    '两个权威性低的网页说余额超过 1000 元才能代缴居民医保费，没有日期。',
    'Two web pages of little authority say that the balance has to be above ¥1,000 for paying a resident insurance premium; they have no date.',
  ],
  [
    '市区的标准，含长护险；其他人群在来源的摘录里没有看到。网址是汇总页。',
    'The amount for the city districts, with long-term care insurance; other groups were not seen in the excerpt of the source. The address is that of a summary page.',
  ],
  ['市区的缴费期。网址是汇总页。', 'The payment period of the city districts. The address is that of a summary page.'],
  [
    '来源没有日期，生效日按同省的划拨说明填写。',
    'The source has no date; the first day in force is entered as in the same province’s instructions on moving money.',
  ],
  [
    '税务部门批量扣款后才知道结果，日期没有公布。这里按下一个工作日批量处理，批量之前可以作废，这两点是假定的。来源没有日期。',
    'The result is known only after the tax office has taken the money in a batch; the dates are not published. Here the batch runs on the next working day and a payment can be voided before it: these two points are assumed. The source has no date.',
  ],
  [
    '来源写明税务部门批量扣款后，在税务平台打印票据或办理退费。来源没有日期。',
    'The source states that after the tax office has taken the money in a batch, receipts are printed and refunds handled on the tax platform. The source has no date.',
  ],
  [
    '没有查到 2027 年度的标准，沿用 2026 年度的 450 元，仅供预览；应缴金额以税务部门为准。',
    'No amount for 2027 was found; the ¥450 of 2026 is carried forward, as a preview only. The tax office has the last word on what is due.',
  ],
  [
    '没有查到 2027 年度的缴费期。2026 年度到上年 12 月 31 日截止，开始日按各地常见的 10 月 1 日假定。',
    'No payment period for 2027 was found. The one for 2026 ended on 31 Dec of the year before; as first day 1 Oct is assumed, which is common in many places.',
  ],
  [
    '开始日来自项目起始资料，另一个网页说 9 月开始。',
    'The first day comes from the material that the project began with; another web page says that it begins in Sep.',
  ],
  [
    '没有查到 2027 年度的缴费期，按 2025 年度的起止日假定。',
    'No payment period for 2027 was found; the first and last day of the one for 2025 are assumed.',
  ],
  [
    '只查到 2025 年度的标准（权威性低），2026、2027 年度都没有查到，沿用 2025 年度，仅供预览；应缴金额以税务部门为准。',
    'Only the amounts for 2025 were found (of little authority), and none for 2026 and 2027; those of 2025 are carried forward, as a preview only. The tax office has the last word on what is due.',
  ],
  [
    '指引写的是在税务小程序里直接缴费，没有写清缴日期，假定缴费当时完成；权威性低的网页说隔天可以查到。没有查到作废的办法。',
    'The guide speaks of paying directly in the tax mini program and names no day of clearing; it is assumed to be done on paying. A web page of little authority says that it can be looked up a day later. No way of voiding was found.',
  ],
  [
    '来源写的是茌平区，其他区县没有查到。网址是汇总页。',
    'The source speaks of Chiping district; nothing was found for other districts and counties. The address is that of a summary page.',
  ],
  [
    '与国办发〔2024〕33号相同；集中缴费期外参保的，等待期满到当年 12 月 31 日享受待遇。',
    'The same as State Council Office document 国办发〔2024〕33号; whoever joins outside the payment period has benefits from the end of the waiting period to 31 Dec of that year.',
  ],
  [
    '只在集中缴费期内可以个账代缴，过后在湘税社保用现金缴。通知是 2024 年秋季的，没有写明生效日。',
    'Premiums can be paid from personal accounts only in the payment period; after that they are paid in cash through Xiangshui Shebao. The notice is of autumn 2024 and does not say from which day it is in force.',
  ],
  [
    '在被代缴人参保地的集中缴费期内办理。来源没有日期，从写明“近亲属”看在 2024 年底以后。',
    'Done in the payment period of the place where the person paid for is insured. The source has no date; since it says “close relatives”, it is from the end of 2024 or later.',
  ],
  [
    '每月最后三个工作日由医保经办机构清缴，清缴前可以作废；共济人要有个人账户（一档）。2023 年秋季深圳的共济人还不能办理。来源没有日期，从写明“近亲属”看在 2024 年底以后。',
    'Cleared by the insurance office on the last three working days of each month; it can be voided before that. The sponsor has to have a personal account (first tier). In autumn 2023 sponsors of Shenzhen could not do this yet. The source has no date; since it says “close relatives”, it is from the end of 2024 or later.',
  ],
  [
    '没有查到深圳居民医保 2027 年度的标准，假定为全国 2026 年度最低标准 400 元，仅供预览；应缴金额以税务部门为准。',
    'No amount of Shenzhen’s resident insurance for 2027 was found; the lowest rate in the country for 2026, ¥400, is assumed, as a preview only. The tax office has the last word on what is due.',
  ],
  [
    '没有查到 2027 年度的缴费期。各地往年多为 9 月或 10 月到 12 月 31 日，这里按较短的 10 月起假定。',
    'No payment period for 2027 was found. In earlier years it mostly ran from Sep or Oct to 31 Dec; here the shorter one, from Oct, is assumed.',
  ],
  ['延长到2026年2月28日。网址是汇总页。', 'Extended to 28 Feb 2026. The address is that of a summary page.'],
  [
    '深圳的文件写的是深圳共济人为省内其他城市的近亲属缴费，每月最后三个工作日清缴；共济人在其他城市参保时没有查到，假定相同。来源没有日期，从写明“近亲属”看在 2024 年底以后。',
    'The document of Shenzhen speaks of sponsors of Shenzhen who pay for close relatives in other cities of the province, cleared on the last three working days of each month; nothing was found for sponsors insured in other cities, and the same is assumed. The source has no date; since it says “close relatives”, it is from the end of 2024 or later.',
  ],
  [
    '深圳的文件写的是深圳共济人为省内其他城市的近亲属缴费，包括梅州；共济人在其他城市参保时没有查到。来源没有日期，从写明“近亲属”看在 2024 年底以后。',
    'The document of Shenzhen speaks of sponsors of Shenzhen who pay for close relatives in other cities of the province, Meizhou included; nothing was found for sponsors insured in other cities. The source has no date; since it says “close relatives”, it is from the end of 2024 or later.',
  ],
  [
    '梅州只查到 2024 年度的 380 元。没有查到 2027 年度的标准，假定为全国 2026 年度最低标准 400 元，仅供预览；应缴金额以税务部门为准。',
    'For Meizhou only the ¥380 of 2024 was found. No amount for 2027 was found; the lowest rate in the country for 2026, ¥400, is assumed, as a preview only. The tax office has the last word on what is due.',
  ],
  [
    '没有查到 2027 年度的缴费期。2024 年度到上年 12 月 31 日截止，开始日按各地常见的 10 月 1 日假定。',
    'No payment period for 2027 was found. The one for 2024 ended on 31 Dec of the year before; as first day 1 Oct is assumed, which is common in many places.',
  ],
  ['来自2025年10月14日的征求意见稿，档次由缴费人选择。', 'From a draft for comment of 14 Oct 2025; whoever pays chooses the rate.'],
  [
    '金额是全省统一的。网址是转载页，摘录里没有写是哪个市。',
    'The amounts are the same in the whole province. The address is that of a reprint; the excerpt does not say which city it is.',
  ],
  [
    '2025 年 10 月开始，哪一天没有写明；这是一个市的缴费期，摘录里没有写是哪个市。',
    'It begins in Oct 2025, on which day is not stated; this is the payment period of one city, and the excerpt does not say which.',
  ],
  [
    '没有查到 2027 年度的缴费期，按一个市 2026 年度的起止假定。',
    'No payment period for 2027 was found; the first and last day of one city’s period for 2026 are assumed.',
  ],
  [
    '通知举例：未连续参保、在集中缴费期内缴费的，等待 3 个月，2026年4月1日至12月31日享受待遇；新生儿出生 90 天内缴费的从出生起享受，更晚的从缴费次月起。每多断保 1 年加 1 个月来自国办发〔2024〕33号。',
    'An example of the notice: whoever was insured with a lapse and pays in the payment period waits 3 months and has benefits from 1 Apr to 31 Dec 2026; a newborn paid for within 90 days of birth has them from birth, later from the month after the payment. That each further lapsed year adds 1 month comes from State Council Office document 国办发〔2024〕33号.',
  ],
  [
    '没有查到清缴方式。权威性低的网页说提交后在个人账户明细里查看结果，假定缴费当时完成。没有查到作废的办法。',
    'How it is cleared was not found. A web page of little authority says that after submitting the result is seen in the entries of the personal account; it is assumed to be done on paying. No way of voiding was found.',
  ],
];
