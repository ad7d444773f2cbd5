/** The demonstration explains itself. */
export const TOUR = {
  title: '演示导览',
  now: '现在的人物',
  story: '{name}：{story}',
  other: '换一位试试',
  next: '接着可以试',
  allDone: '都试过了。可以换一位人物，或到亲情账户和代缴里随便看看。',
  counter: '收费窗口（演示）',
  hand: '把这个码交给柜台（演示）',
  noCode: '左边打开“医保码”，出示后就能交给柜台。',
  clock: '想看月底清分、到期或跨年？',
  clockLink: '到沙箱首页调整日期',
  hint: {
    shown: '在手机上打开“医保码”：不用绑定，自己的码马上能用。',
    handed: '按“把这个码交给柜台”：代替真的扫码枪。',
    settled: '在收费窗口选一份示例清单，试算后结算：手机会自己转到结果。',
    family: '到“亲情账户”绑定家人：先看条件，再签名，TA在自己手机上确认。',
    premium: '到“代缴”用个人账户帮家人付居民医保费。',
  },
} as const;
