import type { Sentence } from './sentence';

/** Notes on what can be shared, what for, whose account pays first, and limits. */
export const MONEY_RULE_NOTES: readonly Sentence[] = [
  [
    '看病、买药、医疗器械和耗材、居民医保费各地都可以；长护险保费只在跨省共济和部分地区写明，省内共济由各地规则另加。',
    'Seeing a doctor, buying medicine, medical devices and supplies, and resident insurance premiums are possible everywhere. Long-term care insurance premiums are stated only for sharing across provinces and in some regions; for sharing within a province the rules of each region add them.',
  ],
  [
    '没有查到全国统一的限制。有限制的地区都公布过（浙江、上海只限历年，福建只限超过2000元的部分），没有公布的假定余额都可以共济。',
    'No limit for the whole country was found. Regions that have one have published it (Zhejiang and Shanghai: only earlier years’ money; Fujian: only what is above ¥2,000); where nothing was published, it is assumed that the whole balance can be shared.',
  ],
  [
    '先扣本人账户有江西、贵州等地的文件（广东、江苏、甘肃等地来自权威性低的网页）；几位共济人之间的先后没有全国规定，这里假定按绑定先后。',
    'That the person’s own account pays first is in documents of Jiangxi, Guizhou and others (for Guangdong, Jiangsu, Gansu and others it comes from web pages of little authority). There is no rule for the whole country on the order among several sponsors; here the order of binding is assumed.',
  ],
  [
    '没有查到任何公开的次数和金额。为防止冒用和套现，这里假定（暂定）：一位使用人 1 小时内最多 6 次、每天最多 20 次、每天合计不超过 10000 元用家人的账户结算；定点医院和定点药店都可以用。本人账户不受限制，撤销的结算不计。',
    'No published number of times and no published amount was found. To keep accounts from being misused or turned into cash, this is assumed here (provisional): for one user, bills are settled from relatives’ accounts at most 6 times in 1 hour, at most 20 times a day, and for no more than ¥10,000 a day in all; they can be used at designated hospitals and designated pharmacies alike. One’s own account is not limited, and bills that were taken back do not count.',
  ],
  [
    '没有查到规定。假定先用历年余额，因为只能共济历年余额的地区也适用。',
    'No rule was found. It is assumed that the earlier years’ balance is used first, since this also fits regions where only the earlier years’ balance can be shared.',
  ],
  [
    '医疗器械和耗材是全国都可以的用途，一并列出。文件还列了北京普惠健康保，这里还不能办理。',
    'Medical devices and supplies are a use that is possible in the whole country and are listed too. The document also lists Beijing Puhui Jiankangbao, which is not available here yet.',
  ],
  [
    '先扣本人账户，再按备案顺序，可以置顶、升序、降序、置底。来自权威性低的网页，没有日期。',
    'The person’s own account first, then in the order put on record, in which one can be moved to the top, up, down or to the bottom. From a web page of little authority, without a date.',
  ],
  [
    '居民医保费由“城乡居民个账代扣”办理，要选缴费档次。医疗器械和耗材是全国都可以的用途，一并列出。',
    'Resident insurance premiums are handled by “Deduction from personal accounts for residents”, where a rate has to be chosen. Medical devices and supplies are a use that is possible in the whole country and are listed too.',
  ],
  ['共济人为每位亲属设置单次限额。来源没有日期。', 'The sponsor sets a limit for each payment of each relative. The source has no date.'],
  [
    '组建人要有历年账户余额，职工医保账户可用；家人都要在上海参保。',
    'Whoever sets it up has to have a balance in the earlier years’ account, and an employee insurance account that can be used; all of the family have to be insured in Shanghai.',
  ],
  [
    '看病买药从 2022 年 7 月起，居民医保费从 2022 年第四季度起。医疗器械和耗材是全国都可以的用途，一并列出。',
    'Seeing a doctor and buying medicine since Jul 2022, resident insurance premiums since the fourth quarter of 2022. Medical devices and supplies are a use that is possible in the whole country and are listed too.',
  ],
  [
    '看病含生育；器械和耗材限目录所列（口罩、血压计、血糖试纸等）。文件还列了商业健康保险，这里不能办理。',
    'Seeing a doctor includes childbirth; devices and supplies are limited to those in the catalogue (masks, blood pressure monitors, blood sugar test strips and others). The document also lists commercial health insurance, which is not available here.',
  ],
  [
    '每人只有一位共济人；先扣本人账户来自另外的权威性低的网页，没有记下地址。',
    'Each person has only one sponsor; that the person’s own account pays first comes from another web page of little authority, whose address was not noted down.',
  ],
  [
    '只能共济历年账户余额，当年划入的不可以；使用人先用自己的历年余额。',
    'Only the balance of the earlier years’ account can be shared, not what was paid in this year; the user’s own earlier years’ balance is used first.',
  ],
  [
    '先扣本人历年账户；只有一位共济人来自另外的权威性低的网页，没有记下地址。',
    'The person’s own earlier years’ account first; that there is only one sponsor comes from another web page of little authority, whose address was not noted down.',
  ],
  [
    '历年账户余额全部可以共济；2022 年起一对一绑定，原来的共济网取消。来源没有日期，生效日按浙里办同类说明填写。',
    'The whole balance of the earlier years’ account can be shared; since 2022 one person binds one other, and the former sharing networks are abolished. The source has no date; the first day in force is entered as in similar instructions of Zheliban.',
  ],
  [
    '只有余额超过 2000 元的部分可以划入共济账户，每月一次。',
    'Only what the balance has above ¥2,000 can be moved to the family sharing account, once a month.',
  ],
  ['先扣本人账户（含原居民医保家庭账户）。', 'The person’s own account first (including the former family account of resident insurance).'],
  [
    '建立个账共济账户时要填写消费可用限额，全体亲属共用；余额和剩余限额都要够付居民医保费。',
    'When the account for sharing is set up, a limit to what can be spent has to be given, for all relatives together; both the balance and what is left of the limit have to be enough for the resident insurance premium.',
  ],
  ['限额由全体亲属共用。', 'The limit is for all relatives together.'],
  [
    '没有查到任何地区公布离线医保码的规定，来源只说医保码每 30 秒刷新。这里只为演示而假定每人每天 3 次、个人账户合计 500 元，其他地区都不开放。',
    'No region was found to have published a rule on insurance codes without network; the source only says that a code is refreshed every 30 seconds. Only for the demonstration it is assumed here: 3 times a day for one person, and ¥500 in all from personal accounts. It is not offered in any other region.',
  ],
  [
    '来源还列了家庭医生签约费、惠琼保、乐城特药险，这里不能办理。来源没有日期，生效日按全国的填写。',
    'The source also lists fees for signing up with a family doctor, Huiqiongbao and Lecheng special medicine insurance, which are not available here. The source has no date; the first day in force is entered as for the whole country.',
  ],
  [
    '医疗器械和耗材是全国都可以的用途，一并列出。',
    'Medical devices and supplies are a use that is possible in the whole country and are listed too.',
  ],
  ['余额都可以共济，没有限额。', 'The whole balance can be shared, without a limit.'],
  [
    '绑定时填写顺位支出；本人账户在前、现金在后来自权威性低的网页。',
    'The place in the order of payers is given when binding; that one’s own account comes first and cash last is from web pages of little authority.',
  ],
  [
    '指南写明要先划拨进共济账户，家人才能用；起划金额和次数没有查到。这里按划出共济额度办理，假定没用完的可以收回。',
    'The guide states that money has to be moved to the family sharing account before relatives can use it; from which amount and how often was not found. Here it is done by setting aside a family sharing quota, and it is assumed that what is left can be taken back.',
  ],
  ['只在权威性低的网页上见到，操作指南没有写。', 'Seen only on web pages of little authority; the operating guide says nothing of it.'],
];
