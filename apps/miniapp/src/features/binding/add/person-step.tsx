import { isInsuredPlace, isRelation } from '@gongji/domain';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { useMe } from '@/shared/session/session';
import { placeName } from '@/shared/places/places';
import { Button } from '@/shared/ui/button';
import { Line } from '@/shared/ui/card';
import { OneOf } from '@/shared/ui/choice';
import { Field, FieldFrame } from '@/shared/ui/field';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { PlacePicker } from '@/shared/ui/place-picker';
import { RuleSource } from '@/shared/ui/rule-source';
import { CERTIFICATE_OPTIONS, RELATION_OPTIONS } from './add-text';
import { DemoFill } from './demo-fill';
import type { AddRelative } from './use-add-relative';

export function PersonStep({ draft, errors, change, policy }: AddRelative) {
  const me = useMe();
  const errorOf = (field: string) => errors.find((each) => each.field === field)?.text;
  return (
    <View>
      {me.demo && <DemoFill change={change} />}
      <FieldFrame id="relation" label="TA是您的" error={errorOf('relation')}>
        <OneOf label="TA是您的" grid options={RELATION_OPTIONS} value={draft.relation} onChange={(relation) => change({ relation })} />
      </FieldFrame>
      <NotAllowed relation={draft.relation} policy={policy} />
      <Field
        id="name"
        label="姓名"
        hint="按证件填写，支持生僻字和间隔号“·”"
        error={errorOf('name')}
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <FieldFrame id="certificate-kind" label="证件种类">
        <OneOf
          label="证件种类"
          options={CERTIFICATE_OPTIONS}
          value={draft.certificateKind}
          onChange={(certificateKind) => change({ certificateKind })}
        />
      </FieldFrame>
      <Field
        id="certificate"
        label="证件号码"
        hint="不保存在手机里；重新打开小程序后要再填一次"
        error={errorOf('certificate')}
        value={draft.certificateNumber}
        type={draft.certificateKind === 'birth-certificate' ? 'text' : 'idcard'}
        maxLength={30}
        onChange={(certificateNumber) => change({ certificateNumber })}
      />
      <PlaceField error={errorOf('region')} chosen={draft.regionCode} onChoose={(regionCode) => change({ regionCode })} />
    </View>
  );
}

/** Said at once, not after everything else was filled in. */
const NotAllowed = ({
  relation,
  policy,
}: {
  readonly relation: AddRelative['draft']['relation'];
  readonly policy: AddRelative['policy'];
}) => {
  const rule = policy.answer?.rules.find(({ kind }) => kind === 'relations');
  if (relation === null || rule === undefined) return null;
  if (isRelation(relation) && policy.answer?.asks.relations.includes(relation)) return null;
  return (
    <View className="field">
      <Notice tone="warn" title="这种关系不能绑定">
        <RuleSource rule={rule} said>
          {rule.text}
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
    <FieldFrame id="region" label="参保地" hint="家人参加医保的城市" error={error}>
      <Loaded reading={regions} cards={1}>
        {({ regions: places }) => {
          const place = places.find(({ regionCode }) => regionCode === chosen);
          return place !== undefined && !choosing ? (
            <Line
              name="已选"
              change={
                <Button kind="text" inline label={`换参保地，现在是${place.regionName}`} onTap={() => setChoosing(true)}>
                  换
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
