import type { ReceiptCheck } from '@gongji/contract';
import type { Tone } from '@/shared/ui/notice';

export const STANDING_TONE: Readonly<Record<ReceiptCheck['standing'], Tone>> = {
  paid: 'ok',
  posted: 'ok',
  refunding: 'warn',
  refunded: 'danger',
  unknown: 'danger',
};

/** Or was: money that has gone back before it came there never will be. */
export const mayStillBePosted = (of: { readonly standing: ReceiptCheck['standing']; readonly postedAt: string | null }): boolean =>
  of.postedAt !== null || of.standing !== 'refunded';
