import { fsiAnswer } from '@gongji/contract';
import type { Edge } from '../../support/edge';
import { fsiOutput, fsiRefusal, type FsiAsk, nextMsgid, PHARMACY, sendFsi } from '../../support/institution';
import { cost, doMainJob } from '../../support/main-job';
import type { ReachedTable } from './lab';

const said = async (edge: Edge, ask: FsiAsk) => {
  const code = await fsiRefusal(edge, ask);
  return { code, text: fsiAnswer.parse((await sendFsi(edge, ask)).body).err_msg, nextStep: '见接口规范。' };
};
const nobody = cost('x'.repeat(48));
const sameAgain = nextMsgid();

export const INSTITUTION_REFUSALS: ReachedTable = {
  ENVELOPE_NOT_AGREED: { by: (edge) => said(edge, { infno: '2206', input: nobody, envelope: { encData: '' } }) },
  TRANSACTION_NOT_YOURS: { by: (edge) => said(edge, { infno: '2206', institution: PHARMACY, input: nobody }) },
  MESSAGE_TIME_STALE: { by: (edge) => said(edge, { infno: '2206', msgid: nextMsgid(undefined, new Date(0)), input: nobody }) },
  MESSAGE_REPLAYED: {
    by: async (edge) => {
      await sendFsi(edge, { infno: '2206', msgid: sameAgain, input: nobody });
      return said(edge, { infno: '2206', msgid: sameAgain, input: nobody });
    },
  },
  CREDENTIAL_NOT_ACCEPTED: { by: (edge) => said(edge, { infno: '1101', input: { mdtrt_cert_type: '02', mdtrt_cert_no: '1' } }) },
  PATIENT_UNKNOWN: {
    by: (edge) =>
      said(edge, { infno: '2001', input: { psn_no: 'A'.repeat(22), insutype: '310', med_type: '11', begntime: '2026-11-23 10:00:00' } }),
  },
  SETTLEMENT_VOIDED: {
    by: async (edge) => {
      const { settlementId: setl_id } = await doMainJob(edge);
      await fsiOutput(edge, { infno: '2208', input: { setl_id } });
      return said(edge, { infno: '2208', input: { setl_id } });
    },
  },
  SETTLEMENT_ANNULLED: {
    by: async (edge) => {
      const omsgid = nextMsgid();
      await fsiOutput(edge, { infno: '2601', input: { omsgid, oinfno: '2207' } });
      return said(edge, { infno: '2207', msgid: omsgid, input: { ...nobody, psn_cash_pay: '0.00' } });
    },
  },
  REVERSAL_NOT_ALLOWED: { by: (edge) => said(edge, { infno: '2601', input: { oinfno: '2206', omsgid: nextMsgid() } }) },
};
