import type { PolicyView } from '@gongji/contract';
import type { PlainDate } from '@gongji/domain';
import { POLICY } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { dayText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
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
  <Empty icon="book" title={say(POLICY.none)} text={say(POLICY.noneText, { region: say(regionName), day: dayText(on) })} />
);

const Rules = ({ policy, inherited }: { readonly policy: PolicyView; readonly inherited: boolean }) => (
  <View>
    <Notice tone="info" title={say(POLICY.inForce, { region: say(policy.regionName), day: dayText(policy.on) })}>
      <Text className="block">{summaryText(policy.rules)}</Text>
      {inherited && <Text className="block">{say(POLICY.inherited, { region: policy.regionName })}</Text>}
      <Text className="block muted">{say(POLICY.version, { version: policy.version })}</Text>
    </Notice>
    {rulesByGroup(policy.rules).map((group) => (
      <Section key={group.title} title={say(group.title)}>
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
  const count = rules.length;
  return assumed === 0 ? say(POLICY.count, { count }) : say(POLICY.countAssumed, { count, assumed });
};
