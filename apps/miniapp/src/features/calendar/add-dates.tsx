import type { FamilyDateView } from '@gongji/contract';
import { CALENDAR } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Kept } from '@/shared/platform/keep-file';
import { addDay, downloadDays } from '@/shared/platform/phone-calendar';
import { inWeChat } from '@/shared/platform/target';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';

const eventOf = ({ dateId: id, on, title, text }: FamilyDateView) => ({ id, on, title: say(title), text: say(text) });

/** All of them in one file: in a browser. */
export function DownloadDates({ dates }: { readonly dates: readonly FamilyDateView[] }) {
  const [kept, setKept] = useState<Kept | null>(null);
  const download = async () => setKept(await downloadDays(dates.map(eventOf)));
  return (
    <View className="section stack">
      {kept !== null && <Told kept={kept} />}
      <Button kind="plain" icon="clock" onTap={() => void download()}>
        {say(CALENDAR.phone.file)}
      </Button>
    </View>
  );
}

/** In WeChat each day by itself. What was added is not offered once more: it would stand there twice. */
export function AddDate({ date }: { readonly date: FamilyDateView }) {
  const [kept, setKept] = useState<Kept | null>(null);
  const add = async () => setKept(await addDay(eventOf(date)));
  const act = say(CALENDAR.phone.add);
  return (
    <View className="stack">
      {kept !== null && <Told kept={kept} />}
      {kept !== 'kept' && (
        <Button kind="text" inline label={say(CALENDAR.act.spoken, { act, what: say(date.title) })} onTap={() => void add()}>
          {act}
        </Button>
      )}
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
