import { HOTLINE, HOTLINE_FACT } from '@gongji/domain';
import { HELP, INNER_PIECES, PIECES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { callPhone } from '@/shared/platform/call-phone';
import { useSession } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Card, Line, Section } from '@/shared/ui/card';
import { FieldFrame } from '@/shared/ui/field';
import { Loaded } from '@/shared/ui/loaded';
import { State } from '@/shared/ui/notice';
import { PlacePicker } from '@/shared/ui/place-picker';
import { CONFIDENCE } from '@/shared/ui/rule-source';
import { HelpAtCounter } from './help-at-counter';

const TRUST = CONFIDENCE[HOTLINE_FACT.confidence];

/** The country: what holds everywhere, until somebody says where. */
const ANYWHERE = { regionCode: '000000', regionName: INNER_PIECES.places.country } as const;

/** For whoever has no phone of their own, read by whoever has one: open to all, and the telephone number stands here without any network. */
export function HelpPanel() {
  const { me } = useSession();
  // Who it is may be known only after the page is there.
  const [chosen, setChosen] = useState<RegionProps['region'] | null>(null);
  const region = chosen ?? me ?? ANYWHERE;
  return (
    <View>
      <Card>
        <Text className="lead">{say(HELP.phone.title)}</Text>
        <Text className="block">{say(HELP.phone.hotline, { number: HOTLINE })}</Text>
        <State tone={TRUST.tone}>{say(TRUST.text)}</State>
        {HOTLINE_FACT.note !== null && <Text className="block muted">{say(HOTLINE_FACT.note)}</Text>}
        <View className="section__title" />
        <Button icon="phone" onTap={() => callPhone(HOTLINE)}>
          {say(HELP.phone.call, { number: HOTLINE })}
        </Button>
      </Card>
      <Section title={say(HELP.noPhone)}>
        <Card>{say(HELP.noPhoneText)}</Card>
      </Section>
      <Section title={say(HELP.atCounter)}>
        <RegionChoice region={region} onChoose={setChosen} />
      </Section>
      <HelpAtCounter region={region} />
    </View>
  );
}

interface RegionProps {
  readonly region: { readonly regionCode: string; readonly regionName: string };
  readonly onChoose: (region: { readonly regionCode: string; readonly regionName: string }) => void;
}

function RegionChoice({ region, onChoose }: RegionProps) {
  const [choosing, setChoosing] = useState(false);
  const regions = useRead('regions');
  return (
    <Card>
      <Line
        name={say(HELP.place.name)}
        change={
          <Button
            kind="text"
            inline
            expanded={choosing}
            label={say(choosing ? HELP.place.foldNow : HELP.place.changeNow, { region: say(region.regionName) })}
            onTap={() => setChoosing(!choosing)}
          >
            {say(choosing ? PIECES.rules.fold : HELP.place.change)}
          </Button>
        }
      >
        {say(region.regionName)}
      </Line>
      {choosing && (
        <FieldFrame id="help-region" label={say(HELP.place.choose)}>
          <Loaded reading={regions} cards={1}>
            {(list) => (
              <PlacePicker
                id="help-place"
                places={list.regions}
                chosen={region.regionCode}
                near={region.regionCode}
                canChoose={() => true}
                onChoose={(next) => {
                  onChoose(next);
                  setChoosing(false);
                }}
              />
            )}
          </Loaded>
        </FieldFrame>
      )}
    </Card>
  );
}
