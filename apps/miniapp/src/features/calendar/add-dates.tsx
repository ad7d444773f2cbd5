import type { FamilyDateView } from '@gongji/contract';
import { CALENDAR } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Kept } from '@/shared/platform/keep-file';
import { addToCalendar } from '@/shared/platform/phone-calendar';
import { inWeChat } from '@/shared/platform/target';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';

/** WeChat adds a day at a time, and asks; so there it is the next one. */
export function AddDates({ dates }: { readonly dates: readonly FamilyDateView[] }) {
  const [kept, setKept] = useState<Kept | null>(null);
  const [next] = dates;
  const add = async () => setKept(await addToCalendar(dates.map(({ dateId: id, on, title, text }) => ({ id, on, title, text }))));
  return (
    <View className="section stack">
      {kept !== null && <Told kept={kept} />}
      <Button kind="plain" icon="clock" onTap={() => void add()}>
        {inWeChat ? say(CALENDAR.phone.next, { title: say(next?.title ?? '') }) : say(CALENDAR.phone.file)}
      </Button>
    </View>
  );
}

function Told({ kept }: { readonly kept: Kept }) {
  switch (kept) {
    case 'kept':
      return (
        <Notice tone="ok" title={say(inWeChat ? CALENDAR.phone.added : CALENDAR.phone.downloaded)} urgent>
          {say(CALENDAR.phone.kept)}
        </Notice>
      );
    case 'not-allowed':
      return (
        <Notice tone="warn" title={say(CALENDAR.phone.notAllowed)} urgent>
          {say(CALENDAR.phone.notAllowedText)}
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="danger" title={say(CALENDAR.phone.failed)} urgent>
          {say(CALENDAR.phone.failedText)}
        </Notice>
      );
    case 'given-up':
      return null;
  }
}
