import { type Fen, fenText } from '@gongji/domain';
import type { OfflineKey } from '@gongji/contract';
import { ageText } from '@/shared/text/moment';

export const CODE_TEXT = {
  asking: '正在取医保码…',
  slow: '网络较慢，还在取医保码…',
  noNetwork: '暂时连不上服务，医保码不能使用',
  noNetworkNext: '请换到有信号的地方；急用可持身份证或社保卡到窗口办理。',
  stale: '已过期',
  captured: '刚才有截屏。医保码已换新，截屏里的不能再用。请不要把医保码发给别人。',
  family: '自己的医保码不用绑定。要帮家人，先绑定，约 3 分钟：',
  law: '钱可以共济，医保码不能共用：只供本人就医购药。代家人出示时，请家人本人在场。转借或冒名使用会被暂停结算，并可能罚款。',
  lawBasis: '《医疗保障基金使用监督管理条例》及其实施细则（国家医疗保障局令第7号）',
  confirm: '我确认现在是为这位家人就医或购药',
  narrow: '屏幕较窄，条形码请点开大图出示。',
  offlineTitle: '离线医保码',
  offlineText: '现在连不上服务，这个码由本机算出。',
  offlineResult: '窗口联网就可以扫；扫码和结算结果要等本机联网后才能看到。',
  offlineClock: '请不要改动手机的时间，否则离线医保码不能用。',
} as const;

/** Short in large text, so that the button for a new one stands beside it. */
export const countdownText = (seconds: number, short: boolean): string => `还剩 ${seconds} 秒${short ? '' : '，到时自动换新'}`;

/** Read out only when it changes: at the start, near the end and after a renewal, never every second. */
export function spokenText({
  name,
  first,
  secondsLeft,
}: {
  readonly name: string;
  readonly first: boolean;
  readonly secondsLeft: number;
}): string {
  if (secondsLeft <= NEAR_END_SECONDS) return `${name}的医保码还剩 ${NEAR_END_SECONDS} 秒，会自动换新`;
  return first ? `${name}的医保码已显示，可以扫码` : `${name}的医保码已换新`;
}
const NEAR_END_SECONDS = 10;

/** `1234 5678 …` for the cashier who types. */
export const groupedDigits = (payload: string): string => payload.replace(/(\d{4})(?=\d)/g, '$1 ');

export const proxyBanner = (name: string): string => `正在代 ${name} 出示`;

export const lastContactText = (ageMs: number): string => `最后一次联网：${ageText(ageMs)}，当时医保码可以正常使用。`;

export const offlineLimitText = ({ mostPerDay, mostFenPerDay }: Pick<OfflineKey, 'mostPerDay'> & { readonly mostFenPerDay: Fen }): string =>
  `离线医保码每天最多用 ${mostPerDay} 次，个人账户一共最多付 ${fenText(mostFenPerDay)}。`;
