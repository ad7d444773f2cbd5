import {
  carePreSettleInput,
  careSettleInput,
  decodeInput,
  type decodeOutput,
  pharmacyPreSettleInput,
  pharmacySettleInput,
  type settleOutput,
} from '@gongji/contract';
import { type AccountUse, type Cost, one, preSettle, scanCode, type SettlementSplit, settle } from '@gongji/core';
import { AppError, type CertificateKind, type Fen, parseYuan, yuanOf } from '@gongji/domain';
import type { z } from 'zod';
import type { AppDeps } from '../deps';
import { parse } from '../http/parse';
import type { RateLimit } from '../http/rate-limit';

/** One signed message of an institution. Yuan become 分 in this file, and 分 yuan, nowhere else. */
export interface Message {
  readonly institutionId: string;
  readonly msgid: string;
  readonly input: unknown;
}
export type Transaction = (message: Message) => Promise<unknown>;

const ACCOUNT_USE: Readonly<Record<'0' | '1' | '2', AccountUse>> = { '0': 'none', '1': 'own', '2': 'own-and-shared' };
/** psn_cert_type. */
const ID_TYPE: Readonly<Record<CertificateKind, '01' | '17' | '990201'>> = {
  'resident-id': '01',
  'hmt-residence-permit': '17',
  'birth-certificate': '990201',
};

export function transactions({ core }: AppDeps, limit: RateLimit): ReadonlyMap<string, Transaction> {
  const decode: Transaction = async ({ institutionId, input }) => {
    await limit.count('scanPerInstitution', institutionId);
    const { ecQrCode } = parse(decodeInput, input, 'input');
    const scanned = await one(scanCode)(core, { institutionId, payload: ecQrCode });
    return {
      userName: scanned.name,
      idNo: scanned.certificateNumber,
      idType: ID_TYPE[scanned.certificateKind],
      ecToken: scanned.ecToken,
      insuOrg: scanned.regionCode,
      shownByRelative: scanned.shownByRelative,
    } satisfies z.infer<typeof decodeOutput>;
  };
  const preSettleBy =
    (schema: typeof carePreSettleInput | typeof pharmacyPreSettleInput): Transaction =>
    async ({ institutionId, input }) => {
      const split = await one(preSettle)(core, { institutionId, ...costOf(parse(schema, input, 'input')) });
      return splitOutput(split, null);
    };
  const settleBy =
    (schema: typeof careSettleInput | typeof pharmacySettleInput): Transaction =>
    async ({ institutionId, msgid, input }) => {
      const asked = parse(schema, input, 'input');
      const settled = await one(settle)(core, { institutionId, key: msgid, ...costOf(asked), cashFen: fenOf(asked.psn_cash_pay) });
      return splitOutput(settled, settled.settlementId);
    };
  return new Map([
    ['6101', decode],
    ['2101', preSettleBy(pharmacyPreSettleInput)],
    ['2102', settleBy(pharmacySettleInput)],
    ['2206', preSettleBy(carePreSettleInput)],
    ['2207', settleBy(careSettleInput)],
  ]);
}

const costOf = (asked: z.output<typeof carePreSettleInput> | z.output<typeof pharmacyPreSettleInput>): Cost => ({
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

const splitOutput = (split: SettlementSplit, settlementId: string | null): z.infer<typeof settleOutput> => ({
  setl_id: settlementId,
  medfee_sumamt: yuanOf(split.totalFen),
  fund_pay_sumamt: yuanOf(split.fundFen),
  acct_pay: yuanOf(split.accountFen),
  acct_mulaid_pay: yuanOf(split.sharedFen),
  psn_cash_pay: yuanOf(split.cashFen),
  acct_legs: split.legs.map(({ payer, own, amountFen, skippedText }) => ({ payer, own, amount: yuanOf(amountFen), skipped: skippedText })),
});
