import type { BindingView, GrantView } from '@gongji/contract';
import { fenText } from '@gongji/domain';
import { GRANT_TERMS, INVITATION } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { dayText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { personName } from '@/shared/text/words';
import { Card, Line, Section } from '@/shared/ui/card';
import { FoldedRules } from '@/shared/ui/rule-list';
import { Lines } from '@/shared/ui/lines';
import { capText, GRANT_TITLE_FOR_RELATIVE, placeText, standingText, untilText, usesText } from './binding-text';
import './invitation.scss';

/** What a yes allows, and what it does not, in plain words: only what waits for the reader. */
export const InvitationTerms = ({ binding }: { readonly binding: BindingView }) => {
  const name = personName(binding.other);
  const asked = binding.grants.filter(({ state }) => state === 'proposed');
  const standing = standingText(binding);
  return (
    <View>
      {asked.map((grant) => (
        <Asked key={grant.kind} grant={grant} name={name} sharedLimitFen={binding.sharedLimitFen} />
      ))}
      {standing !== null && (
        <Card>
          <Text className="block">{say(INVITATION.terms.standing, { grants: standing })}</Text>
        </Card>
      )}
      {binding.rules.length > 0 && (
        <Section title={say(INVITATION.terms.rules)}>
          <Card flush>
            <FoldedRules rules={binding.rules} of={say(INVITATION.terms.rulesOf)} />
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
  const { does, doesNot } = MEANING[grant.kind];
  const funds = grant.kind === 'share-funds';
  return (
    <Card>
      <Text className="lead">{say(GRANT_TITLE_FOR_RELATIVE[grant.kind])}</Text>
      <View className="ask">
        <Text className="block strong">{say(INVITATION.terms.does)}</Text>
        <Lines lines={does.map((text) => say(text, { name }))} />
      </View>
      <View className="ask">
        <Text className="block strong">{say(INVITATION.terms.doesNot)}</Text>
        <Lines lines={doesNot.map((text) => say(text, { name }))} />
      </View>
      {funds && <Line name={say(GRANT_TERMS.uses)}>{usesText(grant.uses)}</Line>}
      {funds && <Line name={say(GRANT_TERMS.limit)}>{capText(grant)}</Line>}
      {funds && sharedLimitFen !== null && <Line name={say(GRANT_TERMS.sharedMost)}>{fenText(sharedLimitFen)}</Line>}
      {grant.place !== null && <Line name={say(GRANT_TERMS.place)}>{placeText(grant.place)}</Line>}
      <Line name={say(GRANT_TERMS.from)}>{dayText(grant.startsOn)}</Line>
      <Line name={say(GRANT_TERMS.until)}>{untilText(grant.endsOn)}</Line>
    </Card>
  );
};

const { showCode, shareFunds } = INVITATION;

/** Said to the person who is asked: whose code it is, and whose costs are paid. */
const MEANING = {
  'show-code': { does: [showCode.use, showCode.bill, showCode.record], doesNot: [showCode.noLook, showCode.noMoney] },
  'share-funds': { does: [shareFunds.use, shareFunds.record], doesNot: [shareFunds.noMoney, shareFunds.noChange] },
} as const;
