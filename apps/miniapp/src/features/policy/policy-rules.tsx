import type { PolicyView } from '@gongji/contract';
import type { PlainDate } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { dayText } from '@/shared/text/moment';
import { Card, Section } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { RuleLine } from '@/shared/ui/rule-source';
import { UnknownRules } from '@/shared/ui/unknown-rules';
import { rulesByGroup } from './policy-text';

interface Props {
  readonly regionCode: string;
  readonly on: PlainDate;
  /** The region has no rules of its own: those of its province and the country hold. */
  readonly inherited: boolean;
}

export function PolicyRules({ regionCode, on, inherited }: Props) {
  const reading = useRead('policy', { path: { region: regionCode }, query: { on } });
  return (
    <Loaded reading={reading} cards={3}>
      {(policy) => (policy.rules.length === 0 ? <NoRules policy={policy} /> : <Rules policy={policy} inherited={inherited} />)}
    </Loaded>
  );
}

const NoRules = ({ policy: { regionName, on } }: { readonly policy: PolicyView }) => (
  <Empty icon="book" title="没有查到规则" text={`没有查到${regionName} ${dayText(on)}的公开规定，请咨询参保地医保经办窗口。`} />
);

const Rules = ({ policy, inherited }: { readonly policy: PolicyView; readonly inherited: boolean }) => (
  <View>
    <Notice tone="info" title={`${policy.regionName}，${dayText(policy.on)}这一天有效`}>
      <Text className="block">{summaryText(policy.rules)}</Text>
      {inherited && <Text className="block">{`没有查到${policy.regionName}自己的公开规定，下面是上级地区的规则。`}</Text>}
      <Text className="block muted">{`规则版本 ${policy.version}`}</Text>
    </Notice>
    {rulesByGroup(policy.rules).map((group) => (
      <Section key={group.title} title={group.title}>
        <Card flush>
          {group.rules.map((rule) => (
            <RuleLine key={`${rule.kind}${rule.regionCode}${rule.from}${rule.text}`} rule={rule} />
          ))}
        </Card>
      </Section>
    ))}
    <UnknownRules unknown={policy.unknown} />
  </View>
);

const summaryText = (rules: readonly { readonly assumed: boolean }[]): string => {
  const assumed = rules.filter((rule) => rule.assumed).length;
  return `共 ${rules.length} 条${assumed === 0 ? '' : `，其中 ${assumed} 条没有查到公开规定，是暂定的`}。以参保地主管部门为准。`;
};
