import type { Confidence } from '../policy/rules';

/** One sentence for whoever comes to a counter or calls, with where it comes from. An empty title: nobody published it. */
export interface HelpFact {
  readonly text: string;
  readonly sourceTitle: string;
  readonly sourceAddress: string;
  readonly sourceDate: string;
  readonly confidence: Confidence;
  readonly note: string | null;
}

/** 医保服务热线. */
export const HOTLINE = '12393';

const NO_SOURCE = { sourceTitle: '', sourceAddress: '', sourceDate: '', confidence: 'ASSUMED' } as const;

export const HOTLINE_FACT: HelpFact = {
  text: `医保服务热线 ${HOTLINE}：可以问政策、问怎么办，也可以投诉建议。直接拨打由当地医保部门接听；人工接听时间各地不同。`,
  sourceTitle: '医保服务热线 12393 使用说明',
  sourceAddress: 'https://m.jiusongjiankang.com/health/news/6098797.html',
  sourceDate: '',
  confidence: 'V-C',
  note: '来源是健康网站的转述，没有核对到国家医保局的原文。',
};

/** Where it is done without a phone. */
export const COUNTER_FACT: HelpFact = {
  text: '不会用智能手机的，可以到参保地的医保经办窗口办理个人账户家庭共济。',
  sourceTitle: '我医保卡里的钱到底能不能给亲人买药',
  sourceAddress: 'http://www.sacsnlax.com/bmxxgk/ylbzj/gzdt/content/post_1911006.html',
  sourceDate: '2024-05-24',
  confidence: 'V-A',
  note: '网址是转载页，页面里混有无关内容。',
};

export const CODE_AT_COUNTER_FACT: HelpFact = {
  text: '医保码可以在线下激活，亲情账户也可以在线下绑定；高龄、面部受伤、持港澳台或外国证件的人适用。',
  sourceTitle: '医保码线下激活',
  sourceAddress: 'http://zgjkxw.org.cn/html/news/2024-06-24/31298.html',
  sourceDate: '2024-06-24',
  confidence: 'V-B',
  note: null,
};

/** Nobody publishes who may come in somebody's place, so the most careful reading stands in. */
export const INSTEAD_FACT: HelpFact = {
  text: '本人来不了的：请家人带双方身份证件原件和本人签名的申请表，先打电话问清窗口收不收代办。未成年人由监护人办理。',
  ...NO_SOURCE,
  note: '没有查到代办绑定和解绑的公开规定，这里按最谨慎的做法写。',
};

/** Offices are published by none of the sources behind the rules. */
export const officeFact = (regionName: string): HelpFact => ({
  text: `没有查到${regionName}医保经办窗口地址的公开来源，这里不猜。请拨打 ${HOTLINE} 问最近的窗口和上班时间。`,
  ...NO_SOURCE,
  note: null,
});

export const FORM_PURPOSES = ['bind', 'unbind'] as const;
export type FormPurpose = (typeof FORM_PURPOSES)[number];

/** What of one's own number stands on the paper: hidden in its middle, or a gap to be filled in at the counter. Never all of it: a file is passed on. */
export const FORM_NUMBERS = ['masked', 'blank'] as const;
export type FormNumber = (typeof FORM_NUMBERS)[number];
