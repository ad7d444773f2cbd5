import type { PropsWithChildren } from 'react';
import { useDidHide, useError, useLaunch } from '@tarojs/taro';
import { openWithoutNetwork, quietTabBar } from '@/shared/platform/browser';
import { restoreScreen } from '@/shared/platform/display';
import { startSession } from '@/shared/session/session';
import '@/shared/ui/theme.scss';
import '@/shared/ui/ui.scss';
import '@/shared/ui/controls.scss';
import '@/shared/ui/icons.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    quietTabBar();
    openWithoutNetwork();
    startSession();
  });
  // A page that broke, or that the phone never told, may have left the screen bright.
  useDidHide(restoreScreen);
  useError(restoreScreen);
  return children;
}
