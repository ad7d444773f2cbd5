/** The family calendar. */
export const CALENDAR = {
  title: '家庭日历',
  none: {
    title: '近期没有要记的日子',
    text: '家人的缴费期、授权的结束日期和代缴可作废的日期，临近时会列在这里。',
  },
  unknown: {
    title: '未查到公开规定',
    text: '没有查到 {year} 年度的缴费期，请以税务部门的应缴记录为准。',
  },
  /** What can be done about a day. */
  act: {
    'window-opens': '去代缴',
    'window-closes': '去代缴',
    'grant-ends': '看这位家人，改日期',
    'of-age': '看这位家人',
    'voidable-until': '看这笔代缴',
    'asked-again': '看这笔代缴',
    'accept-by': '看邀请',
    /** Read aloud: which act, about which day. */
    spoken: '{act}：{what}',
  },
  left: { today: '今天', tomorrow: '明天', days: '还有 {days} 天', years: '还有 {years} 年多' },
  reminders: {
    label: '到期前发消息提醒',
    unknown: '网络没有回应，可能已经改好。',
    look: '查看现在的设置',
  },
  phone: {
    add: '加到手机日历',
    file: '下载日历文件（.ics），加到手机或电脑日历',
    added: '已加到手机日历',
    downloaded: '日历文件已下载',
    kept: '名字已遮盖。日期有变化时手机日历不会自动更新，请以这里为准。',
    notAllowed: '没有加上：微信没有使用日历的权限',
    notAllowedText: '不加也会按时发消息提醒；要加可在微信设置里打开日历权限。',
    failed: '没有加上',
    failedText: '请再试一次；消息提醒不受影响。',
  },
} as const;
