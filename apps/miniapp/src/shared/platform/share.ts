import { useShareAppMessage } from '@tarojs/taro';

/** What WeChat's share button on this page sends. The page's config names it too (enableShareAppMessage). */
export function useShared(title: string, path: string): void {
  useShareAppMessage(() => ({ title, path }));
}
