/** Words that many pages share. */
export const WORDS = {
  demo: '演示 · 非官方',
  demoAll: '演示 · 非官方 · 人物和金额均为虚构',
  scheme: { employee: '职工医保', resident: '居民医保' },
  back: '返回',
  reconnect: '重新连接',
  submitting: '正在提交…',
  bindRelative: '绑定家人',
  relation: '我的{relation}',
  apart: '{name}（{mark}）',
  listComma: '、',
  tab: { 'insurance-code': '医保码', relatives: '亲情账户', premium: '代缴', mine: '我的' },
  tabs: '主要页面',
} as const;

/** Days, times and ages. */
export const MOMENT = {
  today: '今天 {time}',
  yesterday: '昨天 {time}',
  justNow: '刚才',
  minutesAgo: '{minutes} 分钟前',
  hoursAgo: '{hours} 小时前',
  daysAgo: '{days} 天前',
  firstYear: '不满 1 岁',
  yearsOld: '{years} 岁',
} as const;
