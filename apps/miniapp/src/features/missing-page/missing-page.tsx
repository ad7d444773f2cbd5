import { MISSING_PAGE, PIECES, WORDS } from '@gongji/texts';
import { View } from '@tarojs/components';
import { type ComponentType, useState } from 'react';
import { startAnew } from '@/shared/platform/browser';
import { looksOffline, useBackOnline } from '@/shared/platform/network';
import { TABS } from '@/shared/platform/pages';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { Screen } from '@/shared/ui/screen';

interface Props {
  readonly path: string;
  readonly fetchPage: () => Promise<{ readonly default: ComponentType }>;
}

/** Stands where a page belongs whose code is not on the phone, and becomes that page as soon as it is. */
export function MissingPage({ path, fetchPage }: Props) {
  const [Page, setPage] = useState<ComponentType | null>(null);
  const [opening, setOpening] = useState(false);
  const open = async (otherwise: () => void) => {
    setOpening(true);
    try {
      const { default: page } = await fetchPage();
      setPage(() => page);
    } catch {
      setOpening(false);
      otherwise();
    }
  };
  useBackOnline(() => void open(() => undefined));
  if (Page !== null) return <Page />;
  const tab = TABS.find((name) => path === `pages/${name}/index`);
  const offline = looksOffline();
  return (
    <Screen title={say(tab === undefined ? MISSING_PAGE.title : WORDS.tab[tab])} tab={tab !== undefined} open>
      <View className="stack">
        <Notice tone="warn" title={say(offline ? PIECES.unreachable.phone : PIECES.unreachable.service)} urgent>
          {say(offline ? MISSING_PAGE.text : MISSING_PAGE.service)}
        </Notice>
        {/* Where there is a network all the same, the page is of a version that is not served any more. */}
        <Button icon="refresh" busyText={opening && say(MISSING_PAGE.opening)} onTap={() => void open(() => looksOffline() || startAnew())}>
          {say(MISSING_PAGE.again)}
        </Button>
      </View>
    </Screen>
  );
}
