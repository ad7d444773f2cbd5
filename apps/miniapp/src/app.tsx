import type { PropsWithChildren } from 'react';
import { useLaunch } from '@tarojs/taro';
import { quietTabBar } from '@/shared/platform/browser';
import { startSession } from '@/shared/session/session';
import '@/shared/ui/theme.scss';
import '@/shared/ui/ui.scss';
import '@/shared/ui/controls.scss';
import '@/shared/ui/icons.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    quietTabBar();
    startSession();
  });
  return children;
}
