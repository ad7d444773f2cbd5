import type { FamilyCalendar } from '@gongji/contract';
import { View } from '@tarojs/components';
import { useWrite } from '@/shared/bff/use-write';
import { Card } from '@/shared/ui/card';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { Switch } from '@/shared/ui/switch';

interface Props {
  readonly calendar: FamilyCalendar;
  readonly onChanged: () => void;
}

export function ReminderSwitch({ calendar: { remindersOn, reminderNote }, onChanged }: Props) {
  const { state, busy, submit } = useWrite('setReminders');
  const change = async (isOn: boolean) => {
    const outcome = await submit({ body: { isOn } });
    if (outcome?.kind === 'done') onChanged();
  };
  return (
    <Card>
      <Switch label="到期前发消息提醒" note={reminderNote} on={remindersOn} off={busy} onChange={(isOn) => void change(isOn)} />
      <View className="stack">
        {state.kind === 'refused' && <Refused refusal={state.refusal} />}
        {state.kind === 'unknown' && (
          <Unknown reference={state.reference} text="网络没有回应，可能已经改好。" button="查看现在的设置" onTap={onChanged} />
        )}
      </View>
    </Card>
  );
}
