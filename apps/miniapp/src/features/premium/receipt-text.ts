import type { ReceiptCheck } from '@gongji/contract';
import type { Tone } from '@/shared/ui/notice';

export const STANDING_TONE: Readonly<Record<ReceiptCheck['standing'], Tone>> = {
  paid: 'ok',
  posted: 'ok',
  refunding: 'warn',
  refunded: 'danger',
  unknown: 'danger',
};
