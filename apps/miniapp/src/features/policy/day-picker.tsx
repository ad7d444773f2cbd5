import { View } from '@tarojs/components';
import { dayText } from '@/shared/text/moment';
import { Button } from '@/shared/ui/button';
import { OneOf } from '@/shared/ui/choice';
import { Field, FieldFrame } from '@/shared/ui/field';
import { DAY_FIELD, type PolicyDay } from './use-policy-day';

/** Rules are dated: the same question has another answer on another day. */
export const DayPicker = ({ day }: { readonly day: PolicyDay }) => (
  <View>
    <FieldFrame id="policy-when" label="哪一天的规则">
      <OneOf
        label="哪一天的规则"
        grid
        options={[
          { value: 'today', label: '今天' },
          { value: 'next-year', label: dayText(day.nextYear) },
          { value: 'other', label: '其他日期' },
        ]}
        value={day.choice}
        onChange={day.choose}
      />
    </FieldFrame>
    {day.choice === 'other' && (
      <View>
        <Field
          id={DAY_FIELD}
          label="日期"
          hint="年-月-日，例如 2027-01-01"
          maxLength={10}
          value={day.text}
          error={day.error}
          onChange={day.type}
        />
        <Button kind="plain" onTap={day.apply}>
          查看这一天的规则
        </Button>
      </View>
    )}
  </View>
);
