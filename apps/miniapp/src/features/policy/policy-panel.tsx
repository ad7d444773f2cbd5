import { View } from '@tarojs/components';
import { useState } from 'react';
import { useMe } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { FieldFrame } from '@/shared/ui/field';
import { DayPicker } from './day-picker';
import { PolicyRules } from './policy-rules';
import { RegionPicker } from './region-picker';
import { usePolicyDay } from './use-policy-day';

/** The rules of one region on one day, with where each comes from and how far it can be trusted. */
export function PolicyPanel() {
  const me = useMe();
  const [region, setRegion] = useState({ regionCode: me.regionCode, regionName: me.regionName });
  const [choosing, setChoosing] = useState(false);
  const day = usePolicyDay();
  return (
    <View className="stack">
      <Card>
        <Line
          name="地区"
          change={
            <Button
              kind="text"
              inline
              label={`${choosing ? '收起' : '换地区'}，现在是${region.regionName}`}
              onTap={() => setChoosing(!choosing)}
            >
              {choosing ? '收起' : '换地区'}
            </Button>
          }
        >
          {region.regionName}
        </Line>
        {choosing && (
          <FieldFrame id="policy-region" label="换到哪个地区">
            <RegionPicker
              chosen={region.regionCode}
              onChoose={(next) => {
                setRegion(next);
                setChoosing(false);
              }}
            />
          </FieldFrame>
        )}
        <DayPicker day={day} />
      </Card>
      <PolicyRules regionCode={region.regionCode} on={day.on} />
    </View>
  );
}
