import type { QuoteView } from '@gongji/contract';
import { buysBenefits, WAITING_NOTICE } from '@gongji/domain';
import { PAYMENT } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { dayText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { RuleList } from '@/shared/ui/rule-list';

/** Why benefits begin on that day: step by step, with the rule, and the one example that an official notice gives. */
export function WaitingReason({ quote }: { readonly quote: QuoteView }) {
  const [open, setOpen] = useState(false);
  const rules = quote.rules.filter(({ kind }) => kind === 'waitingPeriod');
  const { benefitStartsOn: startsOn, levy } = quote;
  const ask = buysBenefits(levy.year, startsOn) ? say(PAYMENT.why.ask, { day: dayText(startsOn) }) : say(PAYMENT.why.askNone);
  return (
    <View className="rule">
      <Button kind="text" inline icon="info" expanded={open} onTap={() => setOpen(!open)}>
        {open ? say(PAYMENT.why.close) : ask}
      </Button>
      {open && (
        <View className="stack">
          {quote.waitingSteps.map((step, index) => (
            <Text key={step} className="block">{`${index + 1}. ${say(step)}`}</Text>
          ))}
          <RuleList rules={rules} />
          <NoticeExample />
        </View>
      )}
    </View>
  );
}

const waitText = (months: number): string => (months === 0 ? say(PAYMENT.why.noWait) : say(PAYMENT.why.wait, { months }));

const NoticeExample = () => (
  <View className="stack">
    <Text className="block muted">{say(PAYMENT.why.example, { title: say(WAITING_NOTICE.source.title) })}</Text>
    {WAITING_NOTICE.rows.map((row) => (
      <Text key={row.startsOn} className="block muted">
        {say(row.continuous ? PAYMENT.why.continuous : PAYMENT.why.lapsed, {
          wait: waitText(row.waitingMonths),
          from: dayText(row.startsOn),
          to: dayText(row.endsOn),
        })}
      </Text>
    ))}
  </View>
);
