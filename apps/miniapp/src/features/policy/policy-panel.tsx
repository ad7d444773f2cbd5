import { INNER_PIECES, PIECES, POLICY } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { useSession } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { FieldFrame } from '@/shared/ui/field';
import { Loaded } from '@/shared/ui/loaded';
import { PlacePicker } from '@/shared/ui/place-picker';
import { DayPicker } from './day-picker';
import { PolicyRules } from './policy-rules';
import { usePolicyDay } from './use-policy-day';

const NATION = { regionCode: '000000', regionName: INNER_PIECES.places.country };

/** The rules of one region on one day, with where each comes from and how far it can be trusted. */
export function PolicyPanel() {
  // Rules are for everybody: whoever is not logged in chooses a region.
  const { status, me } = useSession();
  const [chosen, setRegion] = useState<{ readonly regionCode: string; readonly regionName: string } | null>(null);
  const region = chosen ?? me ?? NATION;
  const [opened, setOpened] = useState<boolean | null>(null);
  // Who it is may be known only after the page is there.
  const choosing = opened ?? (status === 'out' || status === 'unreachable');
  const regions = useRead('regions');
  const day = usePolicyDay();
  return (
    <View className="stack">
      <Card>
        <Line
          name={say(POLICY.region.name)}
          change={
            <Button
              kind="text"
              inline
              expanded={choosing}
              label={say(choosing ? POLICY.region.foldNow : POLICY.region.changeNow, { region: say(region.regionName) })}
              onTap={() => setOpened(!choosing)}
            >
              {say(choosing ? PIECES.rules.fold : POLICY.region.change)}
            </Button>
          }
        >
          {say(region.regionName)}
        </Line>
        {choosing && (
          <FieldFrame id="policy-region" label={say(POLICY.region.choose)}>
            <Loaded reading={regions} cards={1}>
              {(list) => (
                <PlacePicker
                  id="policy-place"
                  places={list.regions}
                  chosen={region.regionCode}
                  near={me?.regionCode ?? region.regionCode}
                  canChoose={() => true}
                  onChoose={(next) => {
                    setRegion(next);
                    setOpened(false);
                  }}
                />
              )}
            </Loaded>
          </FieldFrame>
        )}
        <DayPicker day={day} />
      </Card>
      <PolicyRules
        regionCode={region.regionCode}
        on={day.on}
        inherited={regions.answer?.regions.some((each) => each.regionCode === region.regionCode && !each.hasOwnRules) === true}
      />
    </View>
  );
}
