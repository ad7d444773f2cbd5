import type { FamilyDateView } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { dayText } from '@/shared/text/moment';
import { Button } from '@/shared/ui/button';
import { State } from '@/shared/ui/notice';
import { PersonBadge } from '@/shared/ui/person-badge';
import { RuleSource } from '@/shared/ui/rule-source';
import { actText, leftText } from './calendar-text';

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
        <Text className="person__name">{date.title}</Text>
        <View className="muted">{dayText(date.on)}</View>
      </View>
      <State tone={date.daysLeft <= 7 ? 'warn' : 'info'}>{leftText(date.daysLeft)}</State>
    </View>
    {date.rule === null ? (
      <Text className="rule__text">{date.text}</Text>
    ) : (
      <RuleSource rule={date.rule}>
        <Text className="rule__text">{date.text}</Text>
        {date.rule.assumed && <State tone="warn">暂定：没有查到公开规定</State>}
      </RuleSource>
    )}
    <Button kind="text" inline label={`${actText(date.kind)}：${date.title}`} onTap={onOpen}>
      {actText(date.kind)}
    </Button>
  </View>
);
