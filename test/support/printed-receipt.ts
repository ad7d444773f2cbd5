import { fen, inCapitals, plainDate, RECEIPT_STANDING_TEXT } from '@gongji/domain';
import type { PrintedReceipt } from '../../apps/bff/src/receipt/printed-receipt';

const HASH = '0123456789abcdef'.repeat(4);

export const printedReceipt = (changes: Partial<PrintedReceipt> = {}): PrintedReceipt => ({
  paymentId: 'p-1',
  standing: 'paid',
  standingText: RECEIPT_STANDING_TEXT.paid,
  ourNumber: 'GJ20261123000000000001',
  taxNumber: '4414002026112300000017',
  hash: HASH,
  personName: '陈*兰',
  personCertificate: '441*************27',
  payerName: '陈*国',
  year: 2027,
  regionName: '梅州市',
  categoryText: '成年居民',
  amountFen: fen(40_000),
  amountInCapitals: inCapitals(fen(40_000)),
  legs: [
    { payer: '陈*国', pot: 'carriedOver', amountFen: fen(30_000) },
    { payer: '陈*国', pot: 'currentYear', amountFen: fen(10_000) },
  ],
  appliedAt: '2026-11-23T10:00:00.000+08:00',
  paidAt: '2026-11-26T11:00:00.000+08:00',
  postedAt: null,
  benefitStartsOn: plainDate('2027-01-01'),
  refund: null,
  madeAt: '2026-11-26T12:05:00.000+08:00',
  verifyAddress: `http://localhost:8080/#/pages/paying/verify-receipt/index?code=GJ20261123000000000001.${HASH}`,
  demo: true,
  english: false,
  ...changes,
});
