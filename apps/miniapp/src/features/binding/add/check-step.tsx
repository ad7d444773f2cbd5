import { CERTIFICATE_KIND_TEXT, CLAIMED_RELATION_TEXT, fenText } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { placeName } from '@/shared/places/places';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { capText, GRANT_TITLE, placeText, relationOfOther, untilText, usesText } from '../binding-text';
import { CheckedAnswers } from './checked-answers';
import { capOf, endsOn, placeOf } from './draft';
import { SHARED_LABEL } from './shared-label';
import type { AddRelative } from './use-add-relative';

/** Every answer once more, each group with its way back; then whether it will work, before anything is signed. */
export const CheckStep = (form: AddRelative) => (
  <View>
    {form.subject.kind === 'new' ? <PersonAnswers {...form} /> : <BoundPerson {...form.subject} />}
    <GrantAnswers {...form} />
    <CheckedAnswers form={form} title="办得了吗？" beforeSigning />
  </View>
);

function PersonAnswers({ draft, goTo }: AddRelative) {
  const places = useRead('regions').answer?.regions ?? [];
  const place = places.find(({ regionCode }) => regionCode === draft.regionCode);
  return (
    <Card>
      <Heading title="家人信息" onChange={() => goTo('person')} />
      <Line name="关系">{draft.relation === null ? '' : CLAIMED_RELATION_TEXT[draft.relation]}</Line>
      <Line name="姓名">{draft.name}</Line>
      <Line name={CERTIFICATE_KIND_TEXT[draft.certificateKind]}>{draft.certificateNumber}</Line>
      <Line name="参保地">{place === undefined ? draft.regionCode : placeName(places, place)}</Line>
    </Card>
  );
}

const BoundPerson = ({ binding }: Extract<AddRelative['subject'], { kind: 'open' }>) => (
  <Card>
    <Text className="lead">家人信息</Text>
    <Line name="关系">{relationOfOther(binding)}</Line>
    <Line name="姓名">{binding.other.maskedName}</Line>
    <Line name="参保地">{binding.other.regionName}</Line>
  </Card>
);

function GrantAnswers({ subject, draft, goTo, startsOn, sharedLimit: shared }: AddRelative) {
  const sharedLimit = capOf(draft.sharedLimit);
  const place = placeOf(draft.place);
  return (
    <Card>
      <Heading title="授权内容" onChange={() => goTo('grants')} />
      {(subject.kind === 'new' || draft.showCode) && <Line name={GRANT_TITLE['show-code']}>{draft.showCode ? '开启' : '不开启'}</Line>}
      {(subject.kind === 'new' || draft.shareFunds) && (
        <Line name={GRANT_TITLE['share-funds']}>{draft.shareFunds ? '开启' : '不开启'}</Line>
      )}
      {draft.shareFunds && <Line name="可以付">{usesText([...draft.uses])}</Line>}
      {draft.shareFunds && (
        <Line name="限额">
          {capText({ capPerPaymentFen: capOf(draft.capPerPayment) ?? null, capPerMonthFen: capOf(draft.capPerMonth) ?? null })}
        </Line>
      )}
      {draft.shareFunds && sharedLimit && <Line name={SHARED_LABEL[shared?.kind ?? 'limit']}>{fenText(sharedLimit)}</Line>}
      {draft.shareFunds && place && <Line name="扣款顺位">{placeText(place)}</Line>}
      <Line name="截止">{untilText(endsOn(draft, startsOn) ?? null)}</Line>
      {draft.guardian && <Line name="监护人承诺">已承诺</Line>}
    </Card>
  );
}

const Heading = ({ title, onChange }: { readonly title: string; readonly onChange: () => void }) => (
  <View className="line">
    <Text className="lead">{title}</Text>
    <Button kind="text" inline onTap={onChange} label={`修改${title}`}>
      修改
    </Button>
  </View>
);
