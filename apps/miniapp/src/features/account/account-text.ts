import type { AccountEntry } from '@gongji/contract';
import { type Fen, fen, fenText, POT_TEXT, ZERO } from '@gongji/domain';

export const NO_ACCOUNT_TEXT = {
  resident: '居民医保没有个人账户。家人的职工医保个人账户可以帮您付，需要家人先绑定您。',
  employee: '没有查到您的个人账户。职工医保参保后自动开立。',
} as const;

/** 冻结 means: still yours, not to be spent twice. */
export const FROZEN_NOTE = '冻结的是已经申请、还没有最终扣款的钱；作废或没有办成就解除冻结。';

/** No published rule names the day for every region: it is the project's assumption, and says so. */
export const YEAR_NOTE = '每年 1 月 1 日，当年账户的余额转入历年账户（各地医保年度没有统一公布，这里按自然年处理）。';

/** What was newly frozen or released, in words; undefined where nothing was. */
export function frozenMoveText(frozenFen: Fen): string | undefined {
  if (frozenFen === ZERO) return undefined;
  return `${frozenFen > ZERO ? '冻结' : '解除冻结'} ${fenText(fen(Math.abs(frozenFen)))}`;
}

/** The pot after this entry. */
export const afterText = ({ pot, balanceAfterFen, frozenAfterFen }: AccountEntry): string =>
  `${POT_TEXT[pot]}余额 ${fenText(balanceAfterFen)}${frozenAfterFen > ZERO ? `，其中冻结 ${fenText(frozenAfterFen)}` : ''}`;

export const withWhomText = ({ forPerson, counterparty }: AccountEntry): string =>
  [forPerson === null ? '本人' : `为 ${forPerson}`, counterparty].filter((part) => part !== '').join(' · ');

export const HELP_TEXT = {
  title: '没有智能手机，或不会用？',
  ways: [
    '就医购药：向窗口出示社会保障卡或身份证，不需要手机。',
    '绑定、解绑和代缴：带双方身份证件，到参保地医保经办窗口办理。',
    '家人可以在自己的手机上代您出示医保码，请您本人在场。',
  ],
  privacy: '不用的时候请退出登录，手机上不会留下您的姓名、证件和金额。',
} as const;
