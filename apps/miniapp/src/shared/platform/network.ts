import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';

/** True only where the phone itself knows that nothing can leave it. Each target's way spelt out, so that the other's is not shipped. */
export async function isOffline(): Promise<boolean> {
  if (process.env.TARO_ENV !== 'weapp') return looksOffline();
  try {
    return (await Taro.getNetworkType()).networkType === 'none';
  } catch {
    return false;
  }
}

/** The same, as far as it is known without asking. */
export const looksOffline = (): boolean => process.env.TARO_ENV !== 'weapp' && !navigator.onLine;

/** When the network is back. In WeChat the page's button asks again. */
export function useBackOnline(act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return undefined;
    const back = () => latest.current();
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, []);
}
