import type { Sentence } from './sentence';

/** Notes on who can be bound and how many, what to bring, who confirms, how it ends, and on showing codes. */
export const BINDING_RULE_NOTES: readonly Sentence[] = [
  [
    '近亲属按《民法典》第1045条；公婆、岳父母等姻亲不在其中。网址是转载页。',
    'Close relatives are those under Article 1045 of the Civil Code; relatives by marriage, such as parents-in-law, are not among them. The address is that of a reprint.',
  ],
  [
    '2024年10月起各省实现省内共济；跨省走医保钱包（2026年1月已有337个统筹区开通），不在这里办理。',
    'From Oct 2024 each province has family sharing within it; across provinces it goes through the medical insurance wallet (open in 337 insurance regions by Jan 2026) and is not handled here.',
  ],
  [
    '跨省共济要求双方自愿；省内共济是否要使用人确认，国家没有统一写明，这里按更谨慎的“要确认”假定，地方另有规定的从其规定。',
    'Sharing across provinces requires that both sides are willing. Whether the user has to confirm sharing within a province is not stated for the whole country; here the more careful “has to confirm” is assumed, and where a local rule says otherwise, that rule holds.',
  ],
  [
    '跨省共济写明双方都可以自愿解除；省内共济各地不同（江西双方、贵州只限共济人），没有查到规定的地区假定双方都可以。',
    'For sharing across provinces it is stated that both sides can end it if they wish. Within a province it differs (Jiangxi: both sides; Guizhou: only the sponsor); where no rule was found, it is assumed that both can.',
  ],
  [
    '跨省共济写明任何一方参保终止或转到其他统筹区时自动结束；省内共济没有统一规定，假定相同。',
    'For sharing across provinces it is stated that it ends by itself when the insurance of either side ends or is moved to another insurance region. There is no uniform rule for sharing within a province; the same is assumed.',
  ],
  ['每个账号最多绑定 5 位亲属出示医保码。', 'Each log-in account can bind at most 5 relatives to show their insurance codes.'],
  [
    '每位亲属最多被 2 人有效绑定。来源没有日期，生效日按同类来源填写。',
    'Each relative can be validly bound by at most 2 people. The source has no date; the first day in force is entered as in similar sources.',
  ],
  [
    '两个权威性低的网页互相矛盾：一个说每月绑定 6 次，一个说绑定和解绑合计 5 次。这里取较小的 5，只数绑定。',
    'Two web pages of little authority contradict each other: one says 6 bindings a month, the other 5 bindings and unbindings together. Here the smaller number, 5, is taken, and only bindings count.',
  ],
  [
    '16 周岁及以上要本人刷脸确认，未满 16 周岁上传材料即可。网址是转载页。',
    'From the age of 16 the person has to confirm with a face check; under 16 uploading papers is enough. The address is that of a reprint.',
  ],
  [
    '亲属要在北京参保并备案。网址是转载页。',
    'The relative has to be insured in Beijing and put on record there. The address is that of a reprint.',
  ],
  [
    '权威性低的网页互相矛盾，有说 4 人、有说 6 人，这里取较小的。来源没有日期。',
    'Web pages of little authority contradict each other: some say 4 people, some say 6. Here the smaller number is taken. The source has no date.',
  ],
  [
    '共济人在个人账户共济承诺书上签字，来自权威性低的网页，没有日期。',
    'The sponsor signs a pledge for sharing the personal account; from a web page of little authority, without a date.',
  ],
  ['亲属要在省内参保。网址是转载页。', 'The relative has to be insured in the province. The address is that of a reprint.'],
  [
    '一个人同一时间只能在一个共济关系里。写的是苏州，全省用同一个程序办理。来源没有日期。',
    'One person can be in only one sharing relation at a time. This was written of Suzhou; the whole province uses the same program. The source has no date.',
  ],
  [
    '一个人同一时间只能在一个共济关系里。来源没有日期。',
    'One person can be in only one sharing relation at a time. The source has no date.',
  ],
  [
    '配偶要在限期内登录确认，另外两个权威性低的网页这样说，没有记下地址；其他亲属没有见到确认的环节。',
    'A spouse has to log in and confirm within a time limit: two other web pages of little authority say so, and their addresses were not noted down. No step of confirming was seen for other relatives.',
  ],
  [
    '表单要填授权开始和结束日期，开始不早于当天，结束不等于开始，三个权威性低的网页一致，链接是其中的淮安流程。',
    'The form asks for the first and last day of the permission: the first is not before the current day, and the last is not the first. Three web pages of little authority agree; the link is one of them, on how it is done in Huai’an.',
  ],
  ['个人承诺书，手写签名。', 'A personal pledge with a handwritten signature.'],
  [
    '使用人要退出，由共济人申请变更。来源没有日期。',
    'If the user wants to leave, the sponsor applies for the change. The source has no date.',
  ],
  [
    '共济人的职工医保终止或转出统筹区时自动结束；使用人一方没有写明。来源没有日期。',
    'It ends by itself when the sponsor’s employee insurance ends or moves out of the insurance region; nothing is stated for the user’s side. The source has no date.',
  ],
  [
    '配偶 1 人、父母 2 人、子女不限，来自另外的权威性低的网页，没有记下地址。',
    '1 spouse, 2 parents, children not limited; from another web page of little authority, whose address was not noted down.',
  ],
  [
    '任何一方的统筹区改变后要重新绑定；参保终止没有写明。',
    'Once the insurance region of either side changes, they have to bind again; nothing is stated for insurance that ends.',
  ],
  [
    '每位使用人只能有一位共济人，来自另外的权威性低的网页，没有记下地址。',
    'Each user can have only one sponsor; from another web page of little authority, whose address was not noted down.',
  ],
  [
    '从当天或以后开始，结束日期可以不填，填了的次日零点失效。来源没有日期，生效日按浙里办同类说明填写。',
    'It starts on the current day or later. The end date can be left open; if there is one, it is void from midnight at the start of the day after. The source has no date; the first day in force is entered as in similar instructions of Zheliban.',
  ],
  [
    '被邀请的成员刷脸或通过链接确认；不能确认的成为临时成员，只能代缴，确认后升级。来源没有日期。',
    'An invited member confirms with a face check or through a link; one who cannot confirm becomes a temporary member, for paying premiums only, and is upgraded after confirming. The source has no date.',
  ],
  [
    '当时只限配偶、父母、子女；2024 年 12 月起全国都是近亲属。',
    'At that time only spouse, parents and children; since Dec 2024 close relatives everywhere in the country.',
  ],
  [
    '任何一方参保暂停或终止时自动结束，账户还有余额也一样；转到其他统筹区没有写明。',
    'It ends by itself when the insurance of either side is paused or ends, even if there is money left in the account; nothing is stated for a move to another insurance region.',
  ],
  ['每位亲属在全省只能由一位共济人绑定。', 'In the whole province each relative can be bound by only one sponsor.'],
  [
    '承诺制，由共济人刷脸办理，没有见到使用人确认的环节。',
    'By pledge: the sponsor does it with a face check; no step was seen in which the user confirms.',
  ],
  [
    '刷脸来自泰安的问答，承诺制来自全省的指引。',
    'The face check is from the questions and answers of Tai’an, the written promise from the guide of the province.',
  ],
  [
    '承诺制，绑定和解绑都要共济人刷脸（刷脸来自泰安的问答）。',
    'By pledge: both binding and unbinding need a face check of the sponsor (the face check comes from the questions and answers of Tai’an).',
  ],
  [
    '权威性低的网页说 7 人，泰安的问答说 8 人，互相矛盾，这里取较小的。来源没有日期。',
    'A web page of little authority says 7 people, the questions and answers of Tai’an say 8: they contradict each other, and here the smaller number is taken. The source has no date.',
  ],
  [
    '只有泰安写明父、母、异性配偶各一人；全省用同一个程序办理，假定其他市相同。父母合计 2 人。',
    'Only Tai’an states one father, one mother and one spouse of the other sex; the whole province uses the same program, and the same is assumed for its other cities. Parents are 2 in all.',
  ],
  [
    '只有泰安写明共济人不能被绑定、被绑定人不能做共济人；全省用同一个程序办理，假定其他市相同。',
    'Only Tai’an states that a sponsor cannot be bound and whoever is bound cannot be a sponsor; the whole province uses the same program, and the same is assumed for its other cities.',
  ],
  [
    '只有泰安写明被绑定人只能查看、绑定和解绑都要共济人刷脸；全省用同一个程序办理，假定其他市相同。',
    'Only Tai’an states that whoever is bound can only look, and that both binding and unbinding need a face check of the sponsor; the whole province uses the same program, and the same is assumed for its other cities.',
  ],
  [
    '权威性低的网页说全省 7 人，这里以泰安的问答为准。',
    'A web page of little authority says 7 people for the whole province; here the questions and answers of Tai’an have the last word.',
  ],
  ['父、母、异性配偶各一人。父母合计 2 人。', 'One father, one mother and one spouse of the other sex. Parents are 2 in all.'],
  ['共济人不能被绑定，被绑定人不能做共济人。', 'A sponsor cannot be bound, and whoever is bound cannot be a sponsor.'],
  [
    '被绑定人只能查看，绑定和解绑都要共济人刷脸。',
    'Whoever is bound can only look; both binding and unbinding need a face check of the sponsor.',
  ],
  [
    '两个权威性低的网页说绑定后前三个月不能解绑，没有日期。',
    'Two web pages of little authority say that one cannot unbind in the first three months after binding; they have no date.',
  ],
  ['通知是 2024 年秋季的，没有写明生效日。', 'The notice is of autumn 2024 and does not say from which day it is in force.'],
  [
    '同一人重新绑定不重复计算。来源没有日期，生效日按同省的通知填写。',
    'Binding the same person again does not count twice. The source has no date; the first day in force is entered as in a notice of the same province.',
  ],
  [
    '要双方身份证件和共济人的绑定近亲属承诺书，没有见到使用人另行确认的环节。',
    'It needs the identity documents of both and the sponsor’s pledge for binding a close relative; no separate step was seen in which the user confirms.',
  ],
  [
    '共济人的绑定近亲属承诺书；汕头还要双方身份证件。2023 年绑定要由经办机构审核。',
    'The sponsor’s pledge for binding a close relative; Shantou also asks for the identity documents of both. In 2023 a binding had to be examined by the insurance office.',
  ],
  [
    '2024年11月1日起扩大到近亲属；共济人要参加综合医疗（统账结合）。',
    'Widened to close relatives from 1 Nov 2024; the sponsor has to be in comprehensive medical insurance (insurance fund and personal account combined).',
  ],
  ['双方身份证正反面和绑定近亲属承诺书。', 'Front and back of both identity cards, and the pledge for binding a close relative.'],
  [
    '当时只限配偶、父母、子女，绑定要由经办机构审核，共济人的余额至少要够缴费；2024 年 12 月起全国都是近亲属。',
    'At that time only spouse, parents and children; a binding had to be examined by the insurance office, and the sponsor’s balance had to be at least enough for the premium. Since Dec 2024 close relatives everywhere in the country.',
  ],
  [
    '10 月 1 日起扩大到近亲属，来源没有写年份，也没有日期，生效日按全国的填写。',
    'Widened to close relatives from 1 Oct; the source names no year and has no date, so the first day in force is entered as for the whole country.',
  ],
  [
    '使用人可以退出共济账户，来自权威性低的网页，没有日期。',
    'The user can leave the family sharing account; from a web page of little authority, without a date.',
  ],
  ['表单要填开始和结束时间。', 'The form asks when it starts and when it ends.'],
  ['共济人签署知情同意书。', 'The sponsor signs a statement of consent.'],
  [
    '由共济人签署个人承诺书（电子签名），没有见到使用人确认的环节。',
    'The sponsor signs a personal pledge (electronic signature); no step was seen in which the user confirms.',
  ],
  ['绑定时填写开始日期和结束日期。', 'The start date and the end date are given when binding.'],
  ['表单还要填写双方的单位或社区名称。', 'The form also asks for the name of the employer or community of both.'],
  [
    '未满 16 周岁的直接绑定，年满 16 周岁的要本人刷脸。2026年3月2日有一个标题说改为承诺制，正文没有读到，仍按指南。',
    'Whoever is under 16 is bound directly; from 16 the person needs a face check. A headline of 2 Mar 2026 says that this was changed to a pledge; its text was not read, and the guide still holds here.',
  ],
  [
    '承诺书和问答；年满 16 周岁的亲属本人刷脸。',
    'A pledge, and questions and answers; a relative of 16 or older does a face check in person.',
  ],
  [
    '只在权威性低的网页上见到，操作指南没有写人数。',
    'Seen only on web pages of little authority; the operating guide names no number of people.',
  ],
];
