import { MINE } from '@gongji/texts';
import { View } from '@tarojs/components';
import { setElder, useElder } from '@/shared/session/elder';
import { useMe } from '@/shared/session/session';
import { useUnread } from '@/shared/session/unread';
import { say } from '@/shared/text/say';
import { Card } from '@/shared/ui/card';
import { Switch } from '@/shared/ui/switch';
import { TapRow } from '@/shared/ui/tap-row';

type Target =
  | 'account-entries'
  | 'account-trend'
  | 'deduction-preview'
  | 'deduction-order'
  | 'shared-limit'
  | 'messages'
  | 'code-log'
  | 'devices'
  | 'privacy'
  | 'policy'
  | 'verify-receipt'
  | 'complaints'
  | 'family-calendar';

interface Props {
  readonly onOpen: (page: Target) => void;
}

const ROWS = MINE.rows;

/** Everything that is one tap away from 我的. */
export function MineRows({ onOpen }: Props) {
  const elder = useElder();
  const { hasAccount } = useMe();
  const unread = useUnread();
  return (
    <View className="stack">
      <Card flush>
        {hasAccount && <TapRow icon="doc" title={say(ROWS.entries)} note={say(ROWS.entriesNote)} onTap={() => onOpen('account-entries')} />}
        {hasAccount && <TapRow icon="chart" title={say(ROWS.trend)} note={say(ROWS.trendNote)} onTap={() => onOpen('account-trend')} />}
        <TapRow icon="sum" title={say(ROWS.preview)} note={say(ROWS.previewNote)} onTap={() => onOpen('deduction-preview')} />
        <TapRow icon="family" title={say(ROWS.order)} note={say(ROWS.orderNote)} onTap={() => onOpen('deduction-order')} />
        {hasAccount && <TapRow icon="pay" title={say(ROWS.limit)} note={say(ROWS.limitNote)} onTap={() => onOpen('shared-limit')} />}
      </Card>
      <Card flush>
        <TapRow
          icon="bell"
          title={say(ROWS.messages)}
          note={say(ROWS.messagesNote)}
          {...(unread === 0 ? {} : { value: say(ROWS.unread, { unread }) })}
          onTap={() => onOpen('messages')}
        />
        <TapRow icon="clock" title={say(ROWS.calendar)} note={say(ROWS.calendarNote)} onTap={() => onOpen('family-calendar')} />
        <TapRow icon="eye" title={say(ROWS.codeLog)} note={say(ROWS.codeLogNote)} onTap={() => onOpen('code-log')} />
        <TapRow icon="phone" title={say(ROWS.devices)} note={say(ROWS.devicesNote)} onTap={() => onOpen('devices')} />
        <TapRow icon="person" title={say(ROWS.privacy)} note={say(ROWS.privacyNote)} onTap={() => onOpen('privacy')} />
        <TapRow icon="book" title={say(ROWS.policy)} note={say(ROWS.policyNote)} onTap={() => onOpen('policy')} />
        <TapRow icon="scan" title={say(ROWS.verify)} note={say(ROWS.verifyNote)} onTap={() => onOpen('verify-receipt')} />
        <TapRow icon="info" title={say(ROWS.complaints)} note={say(ROWS.complaintsNote)} onTap={() => onOpen('complaints')} />
      </Card>
      <Card>
        <Switch label={say(ROWS.elder)} note={say(ROWS.elderNote)} on={elder} onChange={setElder} />
      </Card>
    </View>
  );
}
