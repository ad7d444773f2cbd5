import type { QuoteView } from '@gongji/contract';
import { WAITING_NOTICE } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { dayText } from '@/shared/text/moment';
import { Button } from '@/shared/ui/button';
import { RuleList } from '@/shared/ui/rule-list';

/** Why benefits begin on that day: step by step, with the rule, and the one example that an official notice gives. */
export function WaitingReason({ quote }: { readonly quote: QuoteView }) {
  const [open, setOpen] = useState(false);
  const rules = quote.rules.filter(({ kind }) => kind === 'waitingPeriod');
  const day = dayText(quote.benefitStartsOn);
  return (
    <View className="rule">
      <Button kind="text" inline icon="info" expanded={open} onTap={() => setOpen(!open)}>
        {open ? '收起说明' : `为什么是 ${day}？`}
      </Button>
      {open && (
        <View className="stack">
          {quote.waitingSteps.map((step, index) => (
            <Text key={step} className="block">{`${index + 1}. ${step}`}</Text>
          ))}
          <RuleList rules={rules} />
          <NoticeExample />
        </View>
      )}
    </View>
  );
}

const NoticeExample = () => (
  <View className="stack">
    <Text className="block muted">{`官方举例（${WAITING_NOTICE.source.title}，网址是转载页）：`}</Text>
    {WAITING_NOTICE.rows.map((row) => (
      <Text key={row.startsOn} className="block muted">
        {`${row.continuous ? '连续参保' : '没有连续参保'}，在集中缴费期内缴费：${row.waitingMonths === 0 ? '没有等待期' : `等待 ${row.waitingMonths} 个月`}，${dayText(row.startsOn)}至${dayText(row.endsOn)}享受待遇。`}
      </Text>
    ))}
  </View>
);
