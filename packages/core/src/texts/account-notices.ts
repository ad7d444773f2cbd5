import { type Fen, fenText, type Month, monthText, POT_TEXT, type Pot } from '@gongji/domain';
import type { Notice } from '../store/record.store';

// What people are told when money comes to their account or changes its pot.

interface CreditNews {
  readonly holderId: string;
  readonly month: Month;
  readonly amountFen: Fen;
  readonly pot: Pot;
}

export const creditNotice = ({ holderId, month, amountFen, pot }: CreditNews): Notice => ({
  holderId,
  subjectId: holderId,
  topic: 'account-credited',
  title: '个人账户划入',
  text: `${monthText(month)}的个人账户资金 ${fenText(amountFen)} 已划入${POT_TEXT[pot]}。`,
});

interface SwitchNews {
  readonly holderId: string;
  readonly year: number;
  readonly amountFen: Fen;
}

export const yearSwitchNotice = ({ holderId, year, amountFen }: SwitchNews): Notice => ({
  holderId,
  subjectId: holderId,
  topic: 'year-switched',
  title: '当年余额转入历年',
  text: `${year - 1} 年没有用完的 ${fenText(amountFen)} 已从当年账户转入历年账户，总余额不变。`,
});
