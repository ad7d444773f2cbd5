import { WORDS } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { type PropsWithChildren, type ReactNode, useEffect } from 'react';
import { roleOf, tappable } from '../platform/a11y';
import { goBack, startOverAt } from '../platform/navigation';
import { enlargeTabBar } from '../platform/browser';
import { nameTabs, nameWeChatPage } from '../platform/tab-names';
import { Front, useFrontOfPage, useInFront, useTitleFocus } from '../platform/lifecycle';
import { answerPrivacy, privacyShown, usePrivacyAsked } from '../platform/privacy';
import { inWeChat } from '../platform/target';
import { useElder } from '../session/elder';
import { resumeSession, useSession } from '../session/session';
import { prepareToAsk } from '../session/subscribe';
import { useUnreadLook } from '../session/unread';
import { say, speaksEnglish } from '../text/say';
import { Button } from './button';
import { Icon } from './icon';
import { Skeleton, Unreachable } from './loaded';
import { PageBoundary } from './page-boundary';
import { PrivacySheet } from './privacy-sheet';
import { Who } from './who';

interface Props {
  readonly title: string;
  /** A tab has no way back. */
  readonly tab?: boolean;
  readonly foot?: ReactNode;
  /** What can be done here while no service answers. */
  readonly offline?: ReactNode;
  /** For who is not logged in as well: where one logs in, and what anybody may look up. */
  readonly open?: boolean;
}

/** The frame of every page: theme, a header where WeChat draws none, the demonstration's banner, and no content without a session. */
export function Screen({ title, tab = false, foot, offline, open = false, children }: PropsWithChildren<Props>) {
  const elder = useElder();
  const { status, me } = useSession();
  useEffect(() => {
    if (status === 'out' && !open) startOverAt('log-in');
  }, [status, open]);
  useEffect(() => enlargeTabBar(elder), [elder]);
  useEffect(() => nameTabs(tab), [tab]);
  useEffect(() => nameWeChatPage(title), [title]);
  const titleId = useTitleFocus();
  useUnreadLook(tab && status === 'in');
  useEffect(() => {
    if (status === 'in') void prepareToAsk();
  }, [status]);
  const shown = open || status === 'in';
  const inFront = useFrontOfPage();
  return (
    <Front.Provider value={inFront}>
      <View className={`theme screen ${elder ? 'theme--elder' : ''} ${speaksEnglish() ? 'theme--english' : ''}`}>
        <View {...(inWeChat ? {} : { className: 'screen__banner', ...roleOf('banner') })}>
          {!inWeChat && <Head title={title} titleId={titleId} tab={tab} />}
          <Who />
          {me?.demo === true && <View className="screen__demo">{say(WORDS.demoAll)}</View>}
        </View>
        <PageBoundary>
          <View className="screen__body" {...roleOf('main')}>
            {shown ? children : <Waiting unreachable={status === 'unreachable'}>{offline}</Waiting>}
          </View>
          {shown && foot !== undefined && <View className="screen__foot">{foot}</View>}
        </PageBoundary>
        {process.env.TARO_ENV === 'weapp' && <PrivacyAsked />}
      </View>
    </Front.Provider>
  );
}

/** On the page in front alone: those below it are there as well. */
function PrivacyAsked() {
  const api = usePrivacyAsked();
  const inFront = useInFront();
  const shown = api !== null && inFront;
  useEffect(() => {
    if (shown) privacyShown();
  }, [shown]);
  return shown ? <PrivacySheet api={api} onAgree={answerPrivacy} onDisagree={() => answerPrivacy(null)} /> : null;
}

const Head = ({ title, titleId, tab }: { readonly title: string; readonly titleId: string; readonly tab: boolean }) => (
  <View className="screen__head">
    {!tab && (
      <View className="screen__back" aria-label={say(WORDS.back)} {...tappable(() => goBack())}>
        <Icon name="back" />
      </View>
    )}
    <Text id={titleId} className={`screen__name ${tab ? 'screen__name--tab' : ''}`} {...roleOf('heading')} aria-level={1}>
      {title}
    </Text>
  </View>
);

const Waiting = ({ unreachable, children }: PropsWithChildren<{ readonly unreachable: boolean }>) => {
  if (!unreachable) return <Skeleton />;
  if (children !== undefined) return children;
  return (
    <View className="stack">
      <Unreachable />
      <Button icon="refresh" onTap={() => void resumeSession()}>
        {say(WORDS.reconnect)}
      </Button>
    </View>
  );
};
