import type { MessageKind } from './message-kind';

/** What WeChat can bring to the phone's lock screen, one allowance a tap (一次性订阅消息). */
export const SUBSCRIBE_KINDS = ['money', 'premium', 'binding', 'dates'] as const satisfies readonly MessageKind[];
export type SubscribeKind = (typeof SUBSCRIBE_KINDS)[number];

interface SubscribeTemplate {
  /** WeChat's field names; what each carries. WeChat takes at most twenty characters in a thing. */
  readonly title: 'thing1';
  readonly at: 'time2';
  readonly note: 'thing3';
  readonly titleText: string;
}

const FIELDS = { title: 'thing1', at: 'time2', note: 'thing3' } as const;

/** Templates as data: what happened in one neutral word, when, and where to look. No name, no sum, no hospital: a lock screen has other readers. */
export const SUBSCRIBE_TEMPLATES: Readonly<Record<SubscribeKind, SubscribeTemplate>> = {
  money: { ...FIELDS, titleText: '个人账户有变动' },
  premium: { ...FIELDS, titleText: '居民医保代缴有进展' },
  binding: { ...FIELDS, titleText: '亲情账户有变化' },
  dates: { ...FIELDS, titleText: '家庭日历有日子快到' },
};
export const SUBSCRIBE_NOTE = '请在小程序“消息”里查看';
/** Where a tap on it leads, within the mini program. */
export const SUBSCRIBE_PAGE = 'pages/account/messages/index';
