import type { CheckResult } from '@gongji/contract';
import { BINDING } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { State, type Tone } from '@/shared/ui/notice';
import { RuleSource } from '@/shared/ui/rule-source';
import { SpokenCode } from '@/shared/ui/spoken-code';
import type { Told } from './explanation-standing';
import './binding.scss';

/** One answer a question, with what stands in the way beside it; everything that was looked at is one tap beneath. */
export const ExplanationList = ({ told }: { readonly told: readonly Told[] }) => (
  <View>
    {told.map((each) => (
      <OneExplanation key={each.explanation.about} {...each} />
    ))}
  </View>
);

function OneExplanation({ explanation: { question, checks }, word, obstacles }: Told) {
  const [open, setOpen] = useState(false);
  return (
    <Card>
      <View className="explained">
        <View className="answer">
          <Text className="answer__question">{say(question)}</Text>
          <State tone={word.tone} {...(word.icon === undefined ? {} : { icon: word.icon })}>
            {word.text}
          </State>
        </View>
        {!open && obstacles.map((check) => <Obstacle key={check.title} check={check} />)}
        <Button
          kind="text"
          inline
          label={spoken({ question: say(question), checks: checks.length }, open)}
          expanded={open}
          onTap={() => setOpen(!open)}
        >
          {open ? say(BINDING.explanation.fold) : say(BINDING.explanation.look, { checks: checks.length })}
        </Button>
        {open && checks.map((check) => <OneCheck key={check.title} check={check} />)}
      </View>
    </Card>
  );
}

const spoken = (of: { readonly question: string; readonly checks: number }, open: boolean): string =>
  open ? say(BINDING.explanation.foldSpoken, of) : say(BINDING.explanation.lookSpoken, of);

const Obstacle = ({ check: { text, nextStep, rule } }: { readonly check: CheckResult }) => (
  <View>
    <Text className="block">{say(text)}</Text>
    {nextStep !== null && <Text className="block muted">{say(nextStep)}</Text>}
    {rule !== null && <RuleSource rule={rule} />}
  </View>
);

const RESULT: Readonly<Record<CheckResult['result'], { readonly text: string; readonly tone: Tone }>> = {
  ok: { text: BINDING.check.ok, tone: 'ok' },
  no: { text: BINDING.check.no, tone: 'danger' },
  unknown: { text: BINDING.check.unknown, tone: 'warn' },
};

const OneCheck = ({ check }: { readonly check: CheckResult }) => (
  <View className="check">
    <View className="answer">
      <Text className="answer__question">{say(check.title)}</Text>
      <State tone={RESULT[check.result].tone}>{say(RESULT[check.result].text)}</State>
    </View>
    <Text className="block">{say(check.text)}</Text>
    {check.nextStep !== null && <Text className="block muted">{say(check.nextStep)}</Text>}
    <SpokenCode code={check.code} />
    {check.rule !== null && <RuleSource rule={check.rule} />}
  </View>
);
