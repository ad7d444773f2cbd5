import { isInsuredPlace } from '@gongji/domain';
import { ADD_RELATIVE } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { useMe } from '@/shared/session/session';
import { placeName } from '@/shared/places/places';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Line } from '@/shared/ui/card';
import { OneOf, type Option } from '@/shared/ui/choice';
import { Field, FieldFrame } from '@/shared/ui/field';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { PlacePicker } from '@/shared/ui/place-picker';
import { RuleSource } from '@/shared/ui/rule-source';
import { AlreadyBound } from './already-bound';
import { CERTIFICATE_OPTIONS, RELATION_OPTIONS } from './add-text';
import { DemoFill } from './demo-fill';
import { isBindable } from './draft';
import type { AddRelative } from './use-add-relative';

export function PersonStep(form: AddRelative) {
  const { draft, errorOf, change, policy } = form;
  const me = useMe();
  return (
    <View>
      {me.demo && <DemoFill change={change} />}
      <FieldFrame id="relation" label={say(ADD_RELATIVE.person.relation)} error={errorOf('relation')}>
        <OneOf
          label={say(ADD_RELATIVE.person.relation)}
          grid
          options={said(RELATION_OPTIONS)}
          value={draft.relation}
          onChange={(relation) => change({ relation })}
        />
      </FieldFrame>
      <NotAllowed relation={draft.relation} policy={policy} />
      <Field
        id="name"
        label={say(ADD_RELATIVE.person.name)}
        hint={say(ADD_RELATIVE.person.nameHint)}
        error={errorOf('name')}
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <FieldFrame id="certificate-kind" label={say(ADD_RELATIVE.person.certificateKind)}>
        <OneOf
          label={say(ADD_RELATIVE.person.certificateKind)}
          options={said(CERTIFICATE_OPTIONS)}
          value={draft.certificateKind}
          onChange={(certificateKind) => change({ certificateKind })}
        />
      </FieldFrame>
      <Field
        id="certificate"
        label={say(ADD_RELATIVE.person.certificate)}
        hint={say(ADD_RELATIVE.person.certificateHint)}
        error={errorOf('certificate')}
        value={draft.certificateNumber}
        type={draft.certificateKind === 'birth-certificate' ? 'text' : 'idcard'}
        maxLength={30}
        onChange={(certificateNumber) => change({ certificateNumber })}
      />
      <AlreadyBound form={form} />
      <PlaceField error={errorOf('region')} chosen={draft.regionCode} onChoose={(regionCode) => change({ regionCode })} />
    </View>
  );
}

const said = <V extends string>(options: readonly Option<V>[]): readonly Option<V>[] =>
  options.map((option) => ({ ...option, label: say(option.label) }));

/** Said at once, not after everything else was filled in. */
const NotAllowed = ({
  relation,
  policy,
}: {
  readonly relation: AddRelative['draft']['relation'];
  readonly policy: AddRelative['policy'];
}) => {
  const rule = policy.answer?.rules.find(({ kind }) => kind === 'relations');
  if (relation === null || rule === undefined || isBindable(relation, policy.answer?.asks)) return null;
  return (
    <View className="field">
      <Notice tone="warn" title={say(ADD_RELATIVE.person.notAllowed)}>
        <RuleSource rule={rule} said>
          {say(rule.text)}
        </RuleSource>
      </Notice>
    </View>
  );
};

interface PlaceFieldProps {
  readonly error: string | undefined;
  readonly chosen: string | null;
  readonly onChoose: (regionCode: string) => void;
}

/** What was chosen stands in one line; the list opens only to choose. */
function PlaceField({ error, chosen, onChoose }: PlaceFieldProps) {
  const me = useMe();
  const regions = useRead('regions');
  const [choosing, setChoosing] = useState(false);
  return (
    <FieldFrame id="region" label={say(ADD_RELATIVE.person.place)} hint={say(ADD_RELATIVE.person.placeHint)} error={error}>
      <Loaded reading={regions} cards={1}>
        {({ regions: places }) => {
          const place = places.find(({ regionCode }) => regionCode === chosen);
          return place !== undefined && !choosing ? (
            <Line
              name={say(ADD_RELATIVE.person.chosen)}
              change={
                <Button
                  kind="text"
                  inline
                  label={say(ADD_RELATIVE.person.otherPlaceThan, { place: place.regionName })}
                  onTap={() => setChoosing(true)}
                >
                  {say(ADD_RELATIVE.person.otherPlace)}
                </Button>
              }
            >
              {placeName(places, place)}
            </Line>
          ) : (
            <PlacePicker
              id="region"
              places={places}
              chosen={chosen}
              near={me.regionCode}
              canChoose={({ regionCode }) => isInsuredPlace(regionCode)}
              onChoose={({ regionCode }) => {
                onChoose(regionCode);
                setChoosing(false);
              }}
            />
          );
        }}
      </Loaded>
    </FieldFrame>
  );
}
