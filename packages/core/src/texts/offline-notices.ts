import type { Notice } from '../store/record.store';

interface OfflineKeyNews {
  readonly holderId: string;
  readonly subjectId: string;
  /** Masked. */
  readonly shower: string;
}

/** Whose code it is should know of every phone that can show it unseen until a counter scans it. */
export const offlineKeyNotice = ({ holderId, subjectId, shower }: OfflineKeyNews): Notice => ({
  holderId,
  subjectId,
  topic: 'offline-key-given',
  title: '离线医保码已开通',
  text: `${shower}的手机没有网络时也能出示您的医保码，每次被扫描都会记在出示记录里。不想继续的，可以在“我的设备和登录”里移除这台手机。`,
});

export const OFFLINE_DAY_USED = 'offline-day-used';

/** Told to whoever shows; the counter learns nothing but that the code is not taken. */
export const offlineDayUsedNotice = ({
  holderId,
  subjectId,
  most,
}: Omit<OfflineKeyNews, 'shower'> & { readonly most: number }): Notice => ({
  holderId,
  subjectId,
  topic: OFFLINE_DAY_USED,
  title: '离线医保码今天已用完',
  text: `离线医保码每人每天最多使用 ${most} 次，今天已用完。请在有网络的地方出示医保码。`,
});
