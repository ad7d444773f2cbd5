import type { FamilyDateView } from '@gongji/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Kept } from '@/shared/platform/keep-file';
import { addToCalendar } from '@/shared/platform/phone-calendar';
import { inWeChat } from '@/shared/platform/target';
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
        {inWeChat ? `把最近一项加到手机日历：${next?.title ?? ''}` : '下载日历文件（.ics），加到手机或电脑日历'}
      </Button>
    </View>
  );
}

function Told({ kept }: { readonly kept: Kept }) {
  switch (kept) {
    case 'kept':
      return (
        <Notice tone="ok" title={inWeChat ? '已加到手机日历' : '日历文件已下载'} urgent>
          名字已遮盖。日期有变化时手机日历不会自动更新，请以这里为准。
        </Notice>
      );
    case 'not-allowed':
      return (
        <Notice tone="warn" title="没有加上：微信没有使用日历的权限" urgent>
          不加也会按时发消息提醒；要加可在微信设置里打开日历权限。
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="danger" title="没有加上" urgent>
          请再试一次；消息提醒不受影响。
        </Notice>
      );
    case 'given-up':
      return null;
  }
}
