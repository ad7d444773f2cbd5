import { lazy, type PropsWithChildren, Suspense } from 'react';
import { useDidHide, useError, useLaunch, usePageNotFound } from '@tarojs/taro';
import { openWithoutNetwork, quietTabBar } from '@/shared/platform/browser';
import { restoreScreen } from '@/shared/platform/display';
import { openWhereNobodyIs } from '@/shared/session/first-page';
import { startOverAt } from '@/shared/platform/navigation';
import { listenForPrivacy } from '@/shared/platform/privacy';
import { refreshLanguage } from '@/shared/session/language';
import { startSession } from '@/shared/session/session';
import '@/shared/ui/theme.scss';
import '@/shared/ui/ui.scss';
import '@/shared/ui/controls.scss';
import '@/shared/ui/icons.scss';

const WIDE_PX = 1180;
/** The demonstration's tour, for a browser with room beside the phone: fetched by nobody else, and not in WeChat's build. */
const Tour =
  process.env.TARO_ENV !== 'weapp' && window.innerWidth >= WIDE_PX
    ? // Without it the phone itself works as well.
      lazy(() =>
        import('./features/tour/tour').then(
          (module) => ({ default: module.Tour }),
          () => ({ default: () => null }),
        ),
      )
    : null;

// Before Taro reads the address.
openWhereNobodyIs();

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    quietTabBar();
    openWithoutNetwork();
    if (process.env.TARO_ENV === 'weapp') listenForPrivacy();
    startSession();
    refreshLanguage();
  });
  // A page that broke, or that the phone never told, may have left the screen bright.
  useDidHide(restoreScreen);
  useError(restoreScreen);
  // A link that was cut off, or older than the pages' names, would leave the screen empty.
  usePageNotFound(() => startOverAt('insurance-code'));
  if (Tour === null) return children;
  return (
    <>
      {children}
      <Suspense fallback={null}>
        <Tour />
      </Suspense>
    </>
  );
}
