import { POLICY } from '@gongji/texts';
import { View } from '@tarojs/components';
import { dayText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { OneOf } from '@/shared/ui/choice';
import { Field, FieldFrame } from '@/shared/ui/field';
import { DAY_FIELD, type PolicyDay } from './use-policy-day';

/** Rules are dated: the same question has another answer on another day. */
export const DayPicker = ({ day }: { readonly day: PolicyDay }) => (
  <View>
    <FieldFrame id="policy-when" label={say(POLICY.day.which)}>
      <OneOf
        label={say(POLICY.day.which)}
        grid
        options={[
          { value: 'today', label: say(POLICY.day.today) },
          { value: 'next-year', label: dayText(day.nextYear) },
          { value: 'other', label: say(POLICY.day.other) },
        ]}
        value={day.choice}
        onChange={day.choose}
      />
    </FieldFrame>
    {day.choice === 'other' && (
      <View>
        <Field
          id={DAY_FIELD}
          label={say(POLICY.day.date)}
          hint={say(POLICY.day.hint)}
          value={day.text}
          error={day.error && say(day.error)}
          onChange={day.type}
        />
        <Button kind="plain" onTap={day.apply}>
          {say(POLICY.day.look)}
        </Button>
      </View>
    )}
  </View>
);
