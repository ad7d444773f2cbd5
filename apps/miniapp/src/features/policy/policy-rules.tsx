import type { PlainDate } from '@gongji/domain';
import { View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { dayText } from '@/shared/text/moment';
import { Card, Section } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { RuleList } from '@/shared/ui/rule-list';
import { rulesByGroup } from './policy-text';

interface Props {
  readonly regionCode: string;
  readonly on: PlainDate;
}

export function PolicyRules({ regionCode, on }: Props) {
  const reading = useRead('policy', { path: { region: regionCode }, query: { on } });
  return (
    <Loaded reading={reading} cards={3}>
      {({ regionName, on: day, rules }) =>
        rules.length === 0 ? (
          <Empty icon="book" title="没有查到规则" text={`没有查到${regionName} ${dayText(day)}的公开规定，请咨询参保地医保经办窗口。`} />
        ) : (
          <View>
            <Notice tone="info" title={`${regionName}，${dayText(day)}这一天有效`}>
              {summaryText(rules)}
            </Notice>
            {rulesByGroup(rules).map((group) => (
              <Section key={group.title} title={group.title}>
                <Card flush>
                  <RuleList rules={group.rules} />
                </Card>
              </Section>
            ))}
          </View>
        )
      }
    </Loaded>
  );
}

const summaryText = (rules: readonly { readonly assumed: boolean }[]): string => {
  const assumed = rules.filter((rule) => rule.assumed).length;
  return `共 ${rules.length} 条${assumed === 0 ? '' : `，其中 ${assumed} 条没有查到公开规定，是暂定的`}。以参保地主管部门为准。`;
};
