import { HOTLINE } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { callPhone } from '@/shared/platform/call-phone';
import { useSession } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { Card, Line, Section } from '@/shared/ui/card';
import { FieldFrame } from '@/shared/ui/field';
import { Loaded } from '@/shared/ui/loaded';
import { PlacePicker } from '@/shared/ui/place-picker';
import { HelpAtCounter } from './help-at-counter';

/** The country: what holds everywhere, until somebody says where. */
const ANYWHERE = { regionCode: '000000', regionName: '全国' } as const;

/** For whoever has no phone of their own, read by whoever has one: open to all, and the telephone number stands here without any network. */
export function HelpPanel() {
  const { me } = useSession();
  const [region, setRegion] = useState(me === null ? ANYWHERE : { regionCode: me.regionCode, regionName: me.regionName });
  return (
    <View>
      <Card>
        <Text className="lead">打电话问</Text>
        <Text className="block">{`医保服务热线 ${HOTLINE}`}</Text>
        <View className="section__title" />
        <Button icon="phone" onTap={() => callPhone(HOTLINE)}>
          {`拨打 ${HOTLINE}`}
        </Button>
      </Card>
      <Section title="就医购药不用手机">
        <Card>向窗口出示社会保障卡或身份证；家人也可以在自己的手机上代您出示医保码，请您本人在场。</Card>
      </Section>
      <Section title="绑定、解绑和代缴到窗口办">
        <RegionChoice region={region} onChoose={setRegion} />
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
        name="参保地"
        change={
          <Button
            kind="text"
            inline
            expanded={choosing}
            label={`${choosing ? '收起' : '换一个'}参保地，现在是${region.regionName}`}
            onTap={() => setChoosing(!choosing)}
          >
            {choosing ? '收起' : '换一个'}
          </Button>
        }
      >
        {region.regionName}
      </Line>
      {choosing && (
        <FieldFrame id="help-region" label="参保地在哪里">
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
