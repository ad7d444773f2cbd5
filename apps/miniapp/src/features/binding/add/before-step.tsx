import type { PolicyView } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import type { Reading } from '@/shared/bff/use-read';
import { Card, Section } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { RuleLine } from '@/shared/ui/rule-source';
import { UnknownRules } from '@/shared/ui/unknown-rules';
import { BEFORE, BEFORE_GROUPS } from './add-text';

/** Conditions, papers and dates of my region before anything is filled in. */
export const BeforeStep = ({ policy }: { readonly policy: Reading<PolicyView> }) => (
  <View>
    <Section title="两个开关，各管一件事">
      {BEFORE.grants.map(([title, text]) => (
        <Card key={title}>
          <Text className="lead">{title}</Text>
          <Text className="block">{text}</Text>
        </Card>
      ))}
    </Section>
    <Section title="要填什么">
      <Card>
        {BEFORE.needed.map((needed) => (
          <Text key={needed} className="block">{`· ${needed}`}</Text>
        ))}
        <Text className="block muted">{BEFORE.time}</Text>
      </Card>
    </Section>
    <Loaded reading={policy} cards={3}>
      {(answer) => <Conditions policy={answer} />}
    </Loaded>
  </View>
);

const Conditions = ({ policy }: { readonly policy: PolicyView }) => {
  const kinds = BEFORE_GROUPS.flatMap((group) => group.kinds) as readonly string[];
  return (
    <View>
      {BEFORE_GROUPS.map(({ title, kinds: asked }) => {
        const rules = policy.rules.filter(({ kind }) => (asked as readonly string[]).includes(kind));
        return rules.length === 0 ? null : (
          <Section key={title} title={title}>
            <Card flush>
              {rules.map((rule) => (
                <RuleLine key={`${rule.kind}${rule.from}`} rule={rule} />
              ))}
            </Card>
          </Section>
        );
      })}
      <UnknownRules unknown={policy.unknown.filter(({ kind }) => kinds.includes(kind))} />
      <Text className="section block muted">{`以上按${policy.regionName}今天有效的规则（版本 ${policy.version}）。`}</Text>
    </View>
  );
};
