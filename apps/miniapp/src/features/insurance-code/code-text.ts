export const CODE_TEXT = {
  forCashier: '请向收费窗口出示',
  asking: '正在取医保码…',
  offline: '暂时连不上服务，医保码不能使用',
  offlineNext: '请换到有信号的地方；急用可持身份证或社保卡到窗口办理。',
  stale: '已过期',
  captured: '刚才有截屏。医保码已换新，截屏里的不能再用。请不要把医保码发给别人。',
  law: '钱可以共济，医保码不能共用：只供本人就医购药。代家人出示时，请家人本人在场。转借或冒名使用会被暂停结算，并可能罚款。',
  lawBasis: '《医疗保障基金使用监督管理条例》及其实施细则（国家医疗保障局令第7号）',
  confirm: '我确认现在是为这位家人就医或购药',
} as const;

export const countdownText = (seconds: number): string => `还剩 ${seconds} 秒，到时自动换新`;

/** `1234 5678 …` for the cashier who types. */
export const groupedDigits = (payload: string): string => payload.replace(/(\d{4})(?=\d)/g, '$1 ');

export const proxyBanner = (name: string): string => `正在代 ${name} 出示`;
