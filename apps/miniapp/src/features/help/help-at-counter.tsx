import type { CounterHelp, HelpFact } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { opensPages, openPage } from '@/shared/platform/open-page';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { State } from '@/shared/ui/notice';
import { CONFIDENCE, RuleLine } from '@/shared/ui/rule-source';
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
    <Section title="带什么">
      <Card flush>
        {help.papers === null ? (
          <View className="rule">
            <Text className="block strong">未查到公开规定</Text>
            <Text className="rule__text">{help.papersUnknownText}</Text>
          </View>
        ) : (
          <RuleLine rule={help.papers} />
        )}
      </Card>
    </Section>
    <Section title="到哪里">
      <Card flush>
        {help.where.map((fact) => (
          <Fact key={fact.text} fact={fact} />
        ))}
        <Fact fact={help.office} />
      </Card>
    </Section>
    <Section title="本人来不了">
      <Card flush>
        <Fact fact={help.instead} />
      </Card>
    </Section>
    <Section title="申请表">
      <FormFiles regionCode={help.regionCode} />
    </Section>
    <Section title="热线">
      <Card flush>
        <Fact fact={help.hotlineFact} />
      </Card>
    </Section>
  </View>
);

/** A sentence and how far it can be trusted, with the way to its source. */
const Fact = ({ fact }: { readonly fact: HelpFact }) => (
  <View className="rule">
    <Text className="rule__text">{fact.text}</Text>
    <State tone={CONFIDENCE[fact.confidence].tone}>{CONFIDENCE[fact.confidence].text}</State>
    {fact.sourceTitle !== '' && (
      <Text className="rule__source">{`来源：${fact.sourceTitle}${fact.sourceDate === '' ? '' : `（${fact.sourceDate}）`}`}</Text>
    )}
    {fact.note !== null && <Text className="rule__source">{`说明：${fact.note}`}</Text>}
    {fact.sourceAddress !== '' && (
      <Button kind="text" inline label={`${GO_TO_SOURCE}：${fact.sourceTitle}`} onTap={() => openPage(fact.sourceAddress)}>
        {GO_TO_SOURCE}
      </Button>
    )}
  </View>
);

const GO_TO_SOURCE = opensPages ? '打开来源网页' : '复制来源网址';
