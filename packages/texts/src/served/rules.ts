import { DOMAIN } from '../domain-words';
import { ENGLISH_DOMAIN } from '../en/domain';
import type { Sentence } from './sentence';

type Relation = keyof typeof DOMAIN.CLAIMED_RELATION_TEXT;
type ClearingWay = keyof typeof DOMAIN.CLEARING_TEXT;

const RELATION_COUNTS = (Object.keys(DOMAIN.CLAIMED_RELATION_TEXT) as Relation[]).map(
  (relation): Sentence => [
    `${DOMAIN.CLAIMED_RELATION_TEXT[relation]} {count} 人`,
    `${ENGLISH_DOMAIN.CLAIMED_RELATION_TEXT[relation]}: {count}`,
  ],
);

/** Who pays which premium, as the packs name it. */
const CATEGORIES: readonly Sentence[] = [
  ['城乡居民', 'Residents'],
  ['一般居民', 'Residents in general'],
  ['普通居民', 'Ordinary residents'],
  ['成年居民', 'Adult residents'],
  ['成年居民（含长护险 30 元）', 'Adult residents (with ¥30 of long-term care insurance)'],
  ['成年居民（茌平区）', 'Adult residents (Chiping district)'],
  ['劳动年龄内居民', 'Residents of working age'],
  ['市区女 50 周岁以下、男 60 周岁以下', 'City, women under 50 and men under 60'],
  ['老年人', 'Older people'],
  ['大学生', 'University students'],
  ['学生儿童', 'Students and children'],
  ['学生和未成年人', 'Students and minors'],
  ['学生和未成年人（茌平区）', 'Students and minors (Chiping district)'],
  ['少年儿童', 'Children'],
  ['未成年人', 'Minors'],
  ['低保对象', 'people on the minimum allowance'],
  ['监测对象', 'people watched for poverty'],
  ['低保对象、监测对象', 'People on the minimum allowance or watched for poverty'],
  ['孤儿', 'orphans'],
  ['特困人员、孤儿', 'People in extreme poverty, orphans'],
  ['一档', 'Lower rate'],
  ['二档', 'Higher rate'],
  ['全国个人缴费最低标准', 'Lowest rate in the country'],
];

const CATEGORY_AMOUNTS = CATEGORIES.map(([zh, en]): Sentence => [`${zh} {amount}`, `${en} {amount}`]);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const CLEARING = (Object.keys(DOMAIN.CLEARING_TEXT) as ClearingWay[]).flatMap((way): readonly Sentence[] => {
  const [zh, en] = [DOMAIN.CLEARING_TEXT[way], ENGLISH_DOMAIN.CLEARING_TEXT[way]];
  return [
    [`个账代缴：${zh}。`, `Premiums from personal accounts: ${en}.`],
    [`${zh}；{until}。`, `${capital(en)}; {until}.`],
    [`${zh}，预计 {day}；{until}。`, `${capital(en)}, expected {day}; {until}.`],
  ];
});

/** Said in place of the first part where the days of clearing have begun. */
const CLEARING_NOW: Sentence = [
  '正在每月最后三个工作日里，由医保经办机构统一清缴，预计 {day}；{until}。',
  'Now is within the last three working days of the month, when the insurance office clears; expected {day}; {until}.',
];

/** What a region's rules say, one plain sentence each. */
export const RULES: readonly Sentence[] = [
  ...RELATION_COUNTS,
  ...CLEARING,
  CLEARING_NOW,
  ...CATEGORIES,
  ...CATEGORY_AMOUNTS,
  ['可以绑定的近亲属：{relations}。', 'Close relatives who can be bound: {relations}.'],
  ['一个人的个人账户最多同时给 {count} 位亲属使用。', 'One person’s personal account can be used by {count#relative|relatives} at a time.'],
  [
    '一个人的个人账户累计最多给 {count} 位不同的亲属使用，同一人重新绑定不重复计算。',
    'One person’s personal account can be used by {count#relative|different relatives} over time; binding the same one again does not count twice.',
  ],
  ['同一关系的人数上限：{caps}。', 'At most so many of one relation: {caps}.'],
  ['每人最多由 {count} 位亲属共济。', 'One person can have {count#sponsor|sponsors}.'],
  ['共济人与使用人不能兼任。', 'Nobody can be both sponsor and user.'],
  ['一个人最多可以出示 {count} 位亲属的医保码。', 'One person can show the codes of {count#relative|relatives}.'],
  ['一个人的医保码最多由 {count} 位亲属代为出示。', 'One person’s code can be shown by {count#relative|relatives}.'],
  [
    '每个自然月最多办理 {count} 次“出示TA的医保码”的绑定。',
    'One can bind {count#time|times} in a calendar month for “Show their insurance code”.',
  ],
  [
    '年满 {age} 周岁的亲属要本人同意才能由您出示医保码；未满的由监护人承诺。',
    'From the age of {age}, a relative has to agree before you show their code; under that age the guardian pledges.',
  ],
  ['办理前请准备：{papers}。', 'Please have ready: {papers}.'],
  ['家庭共济要填写结束日期。', 'Family sharing needs an end date.'],
  ['家庭共济的结束日期可以不填。', 'The end date of family sharing can be left open.'],
  ['家庭共济绑定满 {months} 个月后才能解绑。', 'Family sharing can be unbound only after {months#month|months}.'],
  ['家庭共济只能由共济人解绑。', 'Only the sponsor can unbind family sharing.'],
  ['以下情况家庭共济自动结束：{events}。', 'Family sharing ends by itself when: {events}.'],
  ['家庭共济只办理省内，双方要在同一个省参保。', 'Family sharing works only within a province: both have to be insured there.'],
  ['个人账户余额超过 {floor} 的部分可以共济。', 'What a personal account has above {floor} can be shared.'],
  [
    '只有共济人划出的共济额度可以给亲属用；划出期间共济人自己不能用，没用完的随时可以收回。',
    'Relatives can use only what the sponsor has set aside; meanwhile the sponsor cannot use it, and can take back what is left at any time.',
  ],
  [
    '只有划入家庭共济账户的钱可以给亲属用；只能划余额超过 {floor} 的部分，每月最多 {moves} 次。',
    'Relatives can use only money moved to the family sharing account; only what is above {floor} can be moved, {moves#time|times} a month at most.',
  ],
  ['个人账户余额都可以共济。', 'The whole balance of a personal account can be shared.'],
  ['只有历年账户的余额可以共济，当年划入的不可以。', 'Only the earlier years’ account can be shared, not what was paid in this year.'],
  ['共济人要设置{limits}。', 'The sponsor has to set: {limits}.'],
  ['个人账户可以帮家人付：{uses}。', 'Personal accounts can pay for relatives: {uses}.'],
  ['先扣本人账户，再按绑定的先后扣各共济人。', 'The person’s own account first, then each sponsor’s in the order of binding.'],
  [
    '先扣本人账户，再按绑定时填写的顺位扣各共济人。',
    'The person’s own account first, then each sponsor’s by the place given when binding.',
  ],
  ['先扣本人账户，再按使用人排的顺序扣各共济人。', 'The person’s own account first, then each sponsor’s in the order the user arranged.'],
  ['先扣本人账户，再扣唯一的共济人。', 'The person’s own account first, then that of the only sponsor.'],
  ['一次结算最多由 {count} 位共济人的账户支付。', 'One bill can be paid by the accounts of {count#sponsor|sponsors}.'],
  [
    '在收费窗口用家人的账户：同一人 1 小时内最多 {hour} 次、每天最多 {times} 次，每天合计最多 {most}，可以用的机构是{kinds}。本人的账户不受这些限制。',
    'Relatives’ accounts at the counter: for one person at most {hour#time|times} an hour and {times#time|times} a day, {most} a day in all, at {kinds}. One’s own account is not limited by this.',
  ],
  ['同一个人的账户先扣{first}，再扣{second}。', 'Of one person: first “{first}”, then “{second}”.'],
  ['医保码每 {seconds} 秒刷新一次，过期不能使用。', 'A code is refreshed every {seconds#second|seconds}; an expired one cannot be used.'],
  [
    '没有网络时可以出示离线医保码，每人每天最多 {times} 次，个人账户合计最多付 {most}。',
    'Without network an offline code can be shown: {times#time|times} a day for one person at most, and personal accounts pay {most} in all.',
  ],
  ['{year} 年度集中缴费期：{start}，{end}。', 'Payment period for {year}: {start}; {end}.'],
  ['{day}开始', 'begins on {day}'],
  ['开始日期没有查到', 'the first day was not found'],
  ['{day}截止', 'ends on {day}'],
  ['截止日期没有查到', 'the last day was not found'],
  [
    '{year} 年度居民医保个人缴费：{amounts}。应缴金额以税务部门为准。',
    'Resident insurance premium for {year}: {amounts}. The tax office has the last word on what is due.',
  ],
  ['不能用个人账户代缴：{groups}。', 'Premiums of these people cannot be paid from a personal account: {groups}.'],
  ['个账代缴只在集中缴费期内办理。', 'Premiums can be paid from personal accounts only in the payment period.'],
  ['集中缴费期以外也可以办理个账代缴。', 'Premiums can be paid from personal accounts outside the payment period too.'],
  ['个人账户余额超过 {floor} 才能代缴居民医保费。', 'A personal account needs more than {floor} for paying a resident insurance premium.'],
  ['扣款后的退费由税务部门办理，这里不能申请。', 'Refunds of what was taken are handled by the tax office and cannot be asked for here.'],
  [
    '参保年度开始前，付款人可以在这里申请退费，情形：{reasons}；由税务部门决定。',
    'Before the insured year begins, whoever paid can ask for a refund here. Cases: {reasons}. The tax office decides.',
  ],
  [
    '付款人可以在这里申请退费，情形：{reasons}；由税务部门决定。',
    'Whoever paid can ask for a refund here. Cases: {reasons}. The tax office decides.',
  ],
  [
    '未在集中缴费期内参保或未连续参保的，待遇等待期 {months} 个月，每多断保 1 年再加 {more} 个月；{groups}除外。多断保的月份可以补缴抵减，每补缴 1 年少 1 个月。',
    'Whoever joins outside the payment period or after a lapse waits {months#month|months} for benefits, and {more#month|months} more for each further lapsed year; except: {groups}. The further months can be bought off, one for each year paid afterwards.',
  ],
  [
    '未在集中缴费期内参保或未连续参保的，待遇等待期 {months} 个月，每多断保 1 年再加 {more} 个月；{groups}除外。多断保的月份可以补缴抵减，每补缴 1 年少 1 个月。新生儿出生 {days} 天以内缴费的从出生起算，更晚的从缴费下个月起算。',
    'Whoever joins outside the payment period or after a lapse waits {months#month|months} for benefits, and {more#month|months} more for each further lapsed year; except: {groups}. The further months can be bought off, one for each year paid afterwards. A newborn paid for within {days#day|days} of birth counts from birth, later from the month after the payment.',
  ],
  ['未查到公开规定。', 'No published rule was found.'],
];
