import { daysUntil, dayText, type FamilyDate, type FamilyDateKind, type PlainDate } from '@gongji/domain';
import type { Notice } from '../store/record.store';

// What a day ahead is called, and what a reminder of it says: in neutral words, with the day itself.

type Wording = (name: string, year: number | null) => string;

export const DATE_TITLE: Readonly<Record<FamilyDateKind, Wording>> = {
  'window-opens': (name, year) => `${name} ${year} 年度居民医保开始缴费`,
  'window-closes': (name, year) => `${name} ${year} 年度居民医保缴费截止`,
  'grant-ends': (name) => `与${name}的亲情账户到期`,
  'of-age': (name) => `${name}到本人同意的年龄`,
  'voidable-until': (name, year) => `${name} ${year} 年度代缴最后可作废`,
  'asked-again': (name, year) => `${name} ${year} 年度代缴再查结果`,
  'accept-by': (name) => `与${name}的邀请到期`,
};

export const DATE_TEXT: Readonly<Record<FamilyDateKind, string>> = {
  'window-opens': '从这天起可以查应缴、代缴。',
  'window-closes': '这天以后缴费，可能有待遇等待期。',
  'grant-ends': '到期自动结束；还要用的，请在这之前改结束日期：出示医保码的由本人改，付钱的由付钱的人改。',
  'of-age': '从这天起由家人出示医保码，要本人同意。',
  'voidable-until': '这天之前（含当天）可以作废，过后等清缴。',
  'asked-again': '税务部门还没有给结果，到时会再查。',
  'accept-by': '过期没有确认，邀请自动失效。',
};

interface ReminderNews {
  readonly holderId: string;
  readonly date: FamilyDate;
  /** Masked. */
  readonly name: string;
  readonly today: PlainDate;
}

export const reminderNotice = ({ holderId, date, name, today }: ReminderNews): Notice => {
  const left = daysUntil(date.on, today);
  const when = left === 0 ? '就是今天' : `还有 ${left} 天`;
  return {
    holderId,
    subjectId: date.subjectId,
    topic: `reminder-${date.kind}`,
    title: DATE_TITLE[date.kind](name, date.year),
    text: `${dayText(date.on)}，${when}。${DATE_TEXT[date.kind]}不想再收到提醒的，可以在家庭日历里关闭。`,
  };
};
