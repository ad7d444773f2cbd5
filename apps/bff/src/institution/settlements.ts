import {
  carePreSettleInput,
  careSettleInput,
  pharmacyPreSettleInput,
  pharmacySettleInput,
  reverseInput,
  type settleOutput,
  voidInput,
  type voidOutput,
} from '@gongji/contract';
import {
  type AccountUse,
  type Cost,
  one,
  preSettle,
  type SettlementSplit,
  settle,
  type VoidedSettlement,
  voidSettlement,
} from '@gongji/core';
import { AppError, type Fen, parseYuan, yuanOf } from '@gongji/domain';
import type { z } from 'zod';
import type { AppDeps } from '../deps';
import { parse } from '../http/parse';
import { invalidRequest } from '../http/refused';
import { shanghaiSecond } from './envelope';
import { type Message, requireKind } from './message';

// Yuan become 分 in this file, and 分 of a settlement yuan, nowhere else.

type SettleOutput = z.infer<typeof settleOutput>;
type VoidOutput = z.infer<typeof voidOutput>;
type CostInput = z.output<typeof carePreSettleInput> | z.output<typeof pharmacyPreSettleInput>;

const ACCOUNT_USE: Readonly<Record<'0' | '1' | '2', AccountUse>> = { '0': 'none', '1': 'own', '2': 'own-and-shared' };

/** 2101 and 2206: who would pay what. Nothing is written. */
export async function tellSplit({ core }: AppDeps, { institution, infno, input }: Message): Promise<SettleOutput> {
  const asked = parse(infno === '2101' ? pharmacyPreSettleInput : carePreSettleInput, input, 'input');
  const { institutionId } = institution;
  return { setl_id: null, setl_no: null, ...splitOutput(await one(preSettle)(core, { institutionId, ...costOf(asked) })) };
}

/** 2102 and 2207. The msgid is the key: sent again, it gets the same answer. */
export async function settleCost({ core }: AppDeps, { institution, infno, msgid, input }: Message): Promise<SettleOutput> {
  const asked = parse(infno === '2102' ? pharmacySettleInput : careSettleInput, input, 'input');
  const { institutionId } = institution;
  const settled = await one(settle)(core, { institutionId, key: msgid, ...costOf(asked), cashFen: fenOf(asked.psn_cash_pay) });
  return { setl_id: settled.settlementId, setl_no: settled.number, ...splitOutput(settled) };
}

/** 2103 and 2208. Again by its msgid: sent again, it gets the same answer. */
export async function voidWhole({ core }: AppDeps, { institution, msgid, input }: Message): Promise<VoidOutput> {
  const { setl_id } = parse(voidInput, input, 'input');
  const { institutionId } = institution;
  return voidOutputOf(await one(voidSettlement)(core, { institutionId, key: msgid, settlementId: setl_id }));
}

/** 2601: by the number of the message whose answer never came. */
export async function reverse({ core }: AppDeps, { institution, msgid, input }: Message): Promise<VoidOutput> {
  const { omsgid, oinfno } = parse(reverseInput, input, 'input');
  if (oinfno !== '2102' && oinfno !== '2207') throw new AppError('REVERSAL_NOT_ALLOWED');
  requireKind(institution, oinfno);
  if (!omsgid.startsWith(institution.code)) throw invalidRequest('omsgid', '必须以本机构编号开头');
  const { institutionId } = institution;
  return voidOutputOf(await one(voidSettlement)(core, { institutionId, key: msgid, originalKey: omsgid }));
}

const voidOutputOf = (voided: VoidedSettlement): VoidOutput => ({
  setl_id: voided.settlementId,
  setl_no: voided.number,
  setl_time: shanghaiSecond(new Date(voided.voidedAt)),
  ...splitOutput(voided),
});

const costOf = (asked: CostInput): Cost => ({
  ecToken: asked.ecToken,
  use: asked.use,
  totalFen: fenOf(asked.medfee_sumamt),
  fundFen: fenOf(asked.fund_pay_sumamt),
  accountUse: ACCOUNT_USE[asked.acct_used_flag],
});

function fenOf(yuan: string): Fen {
  const amount = parseYuan(yuan);
  if (amount === undefined) throw new AppError('SETTLEMENT_AMOUNT_INVALID');
  return amount;
}

const splitOutput = (split: SettlementSplit): Omit<SettleOutput, 'setl_id' | 'setl_no'> => ({
  medfee_sumamt: yuanOf(split.totalFen),
  fund_pay_sumamt: yuanOf(split.fundFen),
  acct_pay: yuanOf(split.accountFen),
  acct_mulaid_pay: yuanOf(split.sharedFen),
  psn_cash_pay: yuanOf(split.cashFen),
  acct_legs: split.legs.map(({ payer, own, amountFen, skippedText }) => ({ payer, own, amount: yuanOf(amountFen), skipped: skippedText })),
});
