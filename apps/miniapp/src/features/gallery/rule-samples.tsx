import { Text, View } from '@tarojs/components';
import { Card, Section } from '@/shared/ui/card';
import { Lines } from '@/shared/ui/lines';
import { PrivacyWords } from '@/shared/ui/privacy-words';
import { FoldedRules, RuleList } from '@/shared/ui/rule-list';
import { AssumedMark, RuleDetail, RuleLine, RuleSource } from '@/shared/ui/rule-source';
import { UnknownRules } from '@/shared/ui/unknown-rules';
import { ASSUMED, PRIVACY, RULE, UNKNOWN } from './samples';

/** Where a limit comes from: documented, assumed, unknown. */
export const RuleSamples = () => (
  <View>
    <Section title="依据">
      <Card>
        <RuleLine rule={RULE} />
        <RuleLine rule={ASSUMED} />
        <RuleSource rule={ASSUMED}>
          <Text className="block">限额旁边的依据</Text>
          <AssumedMark rule={ASSUMED} />
        </RuleSource>
        <RuleDetail rule={RULE} />
        <RuleList rules={[ASSUMED]} />
        <FoldedRules rules={[RULE, ASSUMED]} of="样例" />
      </Card>
    </Section>
    <UnknownRules unknown={UNKNOWN} />
    <Section title="个人信息说明">
      <PrivacyWords text={PRIVACY} />
      <Card>
        <Lines lines={['一条', '又一条']} />
      </Card>
    </Section>
  </View>
);
