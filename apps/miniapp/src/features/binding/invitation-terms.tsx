import type { BindingView, GrantView } from '@gongji/contract';
import { fenText } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { dayText } from '@/shared/text/moment';
import { Card, Line, Section } from '@/shared/ui/card';
import { FoldedRules } from '@/shared/ui/rule-list';
import { capText, GRANT_TITLE_FOR_RELATIVE, placeText, untilText, usesText } from './binding-text';
import './invitation.scss';

/** What a yes allows, and what it does not, in plain words: only what waits for the reader. */
export const InvitationTerms = ({ binding }: { readonly binding: BindingView }) => {
  const name = binding.other.maskedName;
  const asked = binding.grants.filter(({ state }) => state === 'proposed');
  const standing = binding.grants.filter(({ state }) => state === 'active' || state === 'paused');
  return (
    <View>
      {asked.map((grant) => (
        <Asked key={grant.kind} grant={grant} name={name} sharedLimitFen={binding.sharedLimitFen} />
      ))}
      {standing.length > 0 && (
        <Card>
          <Text className="block">{`已经生效、这次不用答复的：${standing.map(({ kind }) => GRANT_TITLE_FOR_RELATIVE[kind]).join('、')}。`}</Text>
        </Card>
      )}
      {binding.rules.length > 0 && (
        <Section title="按什么规定">
          <Card flush>
            <FoldedRules rules={binding.rules} of="这份邀请" />
          </Card>
        </Section>
      )}
    </View>
  );
};

interface AskedProps {
  readonly grant: GrantView;
  readonly name: string;
  readonly sharedLimitFen: BindingView['sharedLimitFen'];
}

const Asked = ({ grant, name, sharedLimitFen }: AskedProps) => {
  const words = WORDS[grant.kind];
  const funds = grant.kind === 'share-funds';
  return (
    <Card>
      <Text className="lead">{GRANT_TITLE_FOR_RELATIVE[grant.kind]}</Text>
      <View className="ask">
        <Text className="block strong">同意后可以</Text>
        {words.does(name).map((text) => (
          <Text key={text} className="ask__item">{`· ${text}`}</Text>
        ))}
      </View>
      <View className="ask">
        <Text className="block strong">不会</Text>
        {words.doesNot(name).map((text) => (
          <Text key={text} className="ask__item">{`· ${text}`}</Text>
        ))}
      </View>
      {funds && <Line name="可以付">{usesText(grant.uses)}</Line>}
      {funds && <Line name="限额">{capText(grant)}</Line>}
      {funds && sharedLimitFen !== null && <Line name="全体亲属合计最多">{fenText(sharedLimitFen)}</Line>}
      {grant.place !== null && <Line name="扣款顺位">{placeText(grant.place)}</Line>}
      <Line name="开始">{dayText(grant.startsOn)}</Line>
      <Line name="截止">{untilText(grant.endsOn)}</Line>
    </Card>
  );
};

type Sentences = (name: string) => readonly string[];

/** Said to the person who is asked: whose code it is, and whose costs are paid. */
const WORDS: Readonly<Record<GrantView['kind'], { readonly does: Sentences; readonly doesNot: Sentences }>> = {
  'show-code': {
    does: (name) => [`${name} 可以在自己的手机上出示您的医保码，替您看病买药时使用。`, '每次出示都有记录，您随时能看到。'],
    doesNot: (name) => [`${name} 看不到您的账户余额和看病记录。`, `您的个人账户不会用来付 ${name} 的费用。`],
  },
  'share-funds': {
    does: (name) => [`您的费用，您自己的账户不够时，可以从 ${name} 的个人账户付。`, '每次扣款双方都会收到消息。'],
    doesNot: (name) => [`不动用您的个人账户去付 ${name} 的费用。`, '不改变您自己的参保和待遇。'],
  },
};
