import type { CounterHelp, HelpFact } from '@gongji/contract';
import { HELP, INNER_PIECES, PIECES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { openPage } from '@/shared/platform/open-page';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { State } from '@/shared/ui/notice';
import { CONFIDENCE, goToSourceText, RuleLine, sourceWords } from '@/shared/ui/rule-source';
import { FormFiles } from './form-files';

interface Props {
  readonly region: { readonly regionCode: string; readonly regionName: string };
}

/** What to bring, where to, who may come instead, and the paper: each with its source, or that there is none. */
export function HelpAtCounter({ region }: Props) {
  const reading = useRead('counterHelp', { path: { region: region.regionCode } });
  return (
    <View className="section">
      <Loaded reading={reading}>{(help) => <Found help={help} />}</Loaded>
    </View>
  );
}

const Found = ({ help }: { readonly help: CounterHelp }) => (
  <View>
    <Section title={say(HELP.counter.bring)}>
      <Card flush>
        <View className="rule">
          <Text className="rule__text">{say(HELP.counter.always)}</Text>
        </View>
        {help.papers === null ? (
          <View className="rule">
            <Text className="block strong">{say(INNER_PIECES.unknownRules)}</Text>
            <Text className="rule__text">{say(help.papersUnknownText)}</Text>
          </View>
        ) : (
          <RuleLine rule={help.papers} />
        )}
      </Card>
    </Section>
    <Section title={say(HELP.counter.where)}>
      <Card flush>
        {help.where.map((fact) => (
          <Fact key={fact.text} fact={fact} />
        ))}
        <Fact fact={help.office} />
      </Card>
    </Section>
    <Section title={say(HELP.counter.instead)}>
      <Card flush>
        <Fact fact={help.instead} />
      </Card>
    </Section>
    <Section title={say(HELP.counter.form)}>
      <FormFiles regionCode={help.regionCode} />
    </Section>
    <Section title={say(HELP.counter.hotline)}>
      <Card flush>
        <Fact fact={help.hotlineFact} />
      </Card>
    </Section>
  </View>
);

/** A sentence and how far it can be trusted, with the way to its source. */
const Fact = ({ fact }: { readonly fact: HelpFact }) => (
  <View className="rule">
    <Text className="rule__text">{say(fact.text)}</Text>
    <State tone={CONFIDENCE[fact.confidence].tone}>{say(CONFIDENCE[fact.confidence].text)}</State>
    {fact.sourceTitle !== '' && <Text className="rule__source">{sourceWords({ ...fact, assumed: false })}</Text>}
    {fact.note !== null && <Text className="rule__source">{say(PIECES.rules.note, { text: say(fact.note) })}</Text>}
    {fact.sourceAddress !== '' && (
      <Button
        kind="text"
        inline
        label={say(PIECES.rules.sourceOf, { act: goToSourceText(), title: fact.sourceTitle })}
        onTap={() => openPage(fact.sourceAddress)}
      >
        {goToSourceText()}
      </Button>
    )}
  </View>
);
