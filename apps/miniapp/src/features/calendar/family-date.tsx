import type { FamilyDateView } from '@gongji/contract';
import { CALENDAR } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { dayText } from '@/shared/text/moment';
import { inWeChat } from '@/shared/platform/target';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { State } from '@/shared/ui/notice';
import { PersonBadge } from '@/shared/ui/person-badge';
import { AssumedMark, RuleSource } from '@/shared/ui/rule-source';
import { AddDate } from './add-dates';

interface Props {
  readonly date: FamilyDateView;
  readonly onOpen: () => void;
}

/** One day: whose, what, how long still, why, and what to do. */
export const FamilyDate = ({ date, onOpen }: Props) => (
  <View className="rule">
    <View className="person">
      <PersonBadge personId={date.personId} name={date.person} />
      <View className="person__words">
        <Text className="person__name">{say(date.title)}</Text>
        <View className="muted">{dayText(date.on)}</View>
      </View>
      <State tone={date.daysLeft <= 7 ? 'warn' : 'info'}>{leftText(date.daysLeft)}</State>
    </View>
    {date.rule === null ? (
      <Text className="rule__text">{say(date.text)}</Text>
    ) : (
      <RuleSource rule={date.rule}>
        <Text className="rule__text">{say(date.text)}</Text>
        <AssumedMark rule={date.rule} />
      </RuleSource>
    )}
    <Button
      kind="text"
      inline
      label={say(CALENDAR.act.spoken, { act: say(CALENDAR.act[date.kind]), what: say(date.title) })}
      onTap={onOpen}
    >
      {say(CALENDAR.act[date.kind])}
    </Button>
    {inWeChat && <AddDate date={date} />}
  </View>
);

const leftText = (days: number): string => {
  if (days === 0) return say(CALENDAR.left.today);
  if (days === 1) return say(CALENDAR.left.tomorrow);
  // Nobody counts thousands of days to a sixteenth birthday.
  return days < 2 * 366 ? say(CALENDAR.left.days, { days }) : say(CALENDAR.left.years, { years: Math.floor(days / 366) });
};
