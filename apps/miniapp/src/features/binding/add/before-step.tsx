import type { PolicyView } from '@gongji/contract';
import { GRANT_KINDS, type RuleKind } from '@gongji/domain';
import { ADD_RELATIVE } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Reading } from '@/shared/bff/use-read';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { RuleLine } from '@/shared/ui/rule-source';
import { UnknownRules } from '@/shared/ui/unknown-rules';
import { Lines } from '@/shared/ui/lines';
import { GRANT_TITLE } from '../binding-text';
import { BEFORE_GROUPS } from './add-text';

/** What each switch means, before anybody turns it on. */
const GRANT_MEANING = { 'show-code': ADD_RELATIVE.before.showCode, 'share-funds': ADD_RELATIVE.before.shareFunds } as const;

/** What is filled in, and what my region wants of it, on about one screen; every other rule is one tap beneath. */
export const BeforeStep = ({ policy }: { readonly policy: Reading<PolicyView> }) => (
  <View>
    <Section title={say(ADD_RELATIVE.before.grants)}>
      <Card>
        {GRANT_KINDS.map((kind) => (
          <View key={kind} className="before">
            <Text className="block strong">{say(GRANT_TITLE[kind])}</Text>
            <Text className="block">{say(GRANT_MEANING[kind])}</Text>
          </View>
        ))}
      </Card>
    </Section>
    <Section title={say(ADD_RELATIVE.before.needed)}>
      <Card>
        <Lines lines={[ADD_RELATIVE.before.neededPerson, ADD_RELATIVE.before.neededPlace]} />
        <Text className="block muted">{say(ADD_RELATIVE.before.time)}</Text>
      </Card>
    </Section>
    <Loaded reading={policy} cards={1}>
      {(answer) => <Conditions policy={answer} />}
    </Loaded>
  </View>
);

const Conditions = ({ policy }: { readonly policy: PolicyView }) => {
  const asked = askedFor(policy);
  return (
    <View>
      {asked.length > 0 && (
        <Section title={say(ADD_RELATIVE.before.asked, { region: policy.regionName })}>
          <Card flush>
            {asked.map((rule) => (
              <RuleLine key={`${rule.kind}${rule.from}`} rule={rule} />
            ))}
          </Card>
        </Section>
      )}
      <AllRules policy={policy} />
    </View>
  );
};

/** Who has to agree, which papers, what must be filled in, when it can be ended at the earliest: what somebody can be caught out by. */
function askedFor({ rules, asks }: PolicyView): PolicyView['rules'] {
  const kinds: readonly RuleKind[] = [
    'shareFundsConsent',
    'showCodeConsentFromAge',
    'papers',
    ...(asks.requiredLimits.length > 0 ? (['requiredLimits'] as const) : []),
    ...(asks.endDateRequired ? (['grantEndDate'] as const) : []),
    ...(asks.placeRequired ? (['deductionOrder'] as const) : []),
    'minMonthsBeforeEnd',
  ];
  return kinds.flatMap((each) => rules.filter(({ kind }) => kind === each));
}

function AllRules({ policy }: { readonly policy: PolicyView }) {
  const [open, setOpen] = useState(false);
  const groups = BEFORE_GROUPS.map(({ title, kinds }) => ({ title, rules: policy.rules.filter(({ kind }) => isOneOf(kinds, kind)) }));
  const unknown = policy.unknown.filter(({ kind }) => BEFORE_GROUPS.some(({ kinds }) => isOneOf(kinds, kind)));
  const count = groups.reduce((sum, { rules }) => sum + rules.length, unknown.length);
  return (
    <View className="section">
      <Button kind="text" inline icon="book" expanded={open} onTap={() => setOpen(!open)}>
        {open ? say(ADD_RELATIVE.before.fewerRules) : say(ADD_RELATIVE.before.allRules, { count })}
      </Button>
      {open && (
        <View>
          {groups
            .filter(({ rules }) => rules.length > 0)
            .map(({ title, rules }) => (
              <Section key={title} title={say(title)}>
                <Card flush>
                  {rules.map((rule) => (
                    <RuleLine key={`${rule.kind}${rule.from}`} rule={rule} />
                  ))}
                </Card>
              </Section>
            ))}
          <UnknownRules unknown={unknown} />
          <Text className="section block muted">
            {say(ADD_RELATIVE.before.inForce, { region: policy.regionName, version: policy.version })}
          </Text>
        </View>
      )}
    </View>
  );
}

const isOneOf = (kinds: readonly string[], kind: string): boolean => kinds.includes(kind);
