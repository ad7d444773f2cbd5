import type { FamilyCalendar } from '@gongji/contract';
import { CALENDAR } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useShownWrite } from '@/shared/bff/use-shown-write';
import { say } from '@/shared/text/say';
import { Card } from '@/shared/ui/card';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { Switch } from '@/shared/ui/switch';

interface Props {
  readonly calendar: FamilyCalendar;
  readonly onChanged: () => void;
}

export function ReminderSwitch({ calendar: { remindersOn, reminderNote }, onChanged }: Props) {
  const { state, busy, submit, reset } = useShownWrite('setReminders');
  const change = async (isOn: boolean) => {
    const outcome = await submit({ body: { isOn } });
    if (outcome?.kind === 'done') onChanged();
  };
  const readAgain = () => {
    reset();
    onChanged();
  };
  return (
    <Card>
      <Switch
        label={say(CALENDAR.reminders.label)}
        note={say(reminderNote)}
        on={remindersOn}
        off={busy}
        onChange={(isOn) => void change(isOn)}
      />
      <View className="stack">
        {state.kind === 'refused' && <Refused refusal={state.refusal} />}
        {state.kind === 'unknown' && (
          <Unknown
            reference={state.reference}
            text={say(CALENDAR.reminders.unknown)}
            button={say(CALENDAR.reminders.look)}
            onTap={readAgain}
          />
        )}
      </View>
    </Card>
  );
}
