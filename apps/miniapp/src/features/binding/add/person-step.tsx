import { isInsuredPlace } from '@gongji/domain';
import { View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { useMe } from '@/shared/session/session';
import { OneOf } from '@/shared/ui/choice';
import { Field, FieldFrame } from '@/shared/ui/field';
import { Loaded } from '@/shared/ui/loaded';
import { CERTIFICATE_OPTIONS, RELATION_OPTIONS } from './add-text';
import { DemoFill } from './demo-fill';
import type { AddRelative } from './use-add-relative';

export function PersonStep({ draft, errors, change }: AddRelative) {
  const me = useMe();
  const regions = useRead('regions');
  const errorOf = (field: string) => errors.find((each) => each.field === field)?.text;
  return (
    <View>
      {me.demo && <DemoFill change={change} />}
      <FieldFrame id="relation" label="TA是您的" error={errorOf('relation')}>
        <OneOf label="TA是您的" grid options={RELATION_OPTIONS} value={draft.relation} onChange={(relation) => change({ relation })} />
      </FieldFrame>
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
        error={errorOf('certificate')}
        value={draft.certificateNumber}
        type={draft.certificateKind === 'birth-certificate' ? 'text' : 'idcard'}
        maxLength={30}
        onChange={(certificateNumber) => change({ certificateNumber })}
      />
      <FieldFrame id="region" label="参保地" hint="家人参加医保的城市" error={errorOf('region')}>
        <Loaded reading={regions} cards={1}>
          {(list) => (
            <OneOf
              label="参保地"
              grid
              options={list.regions
                .filter(({ regionCode }) => isInsuredPlace(regionCode))
                .map(({ regionCode, regionName }) => ({ value: regionCode, label: regionName }))}
              value={draft.regionCode}
              onChange={(regionCode) => change({ regionCode })}
            />
          )}
        </Loaded>
      </FieldFrame>
    </View>
  );
}
