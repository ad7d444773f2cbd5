import { CLAIMED_RELATION_TEXT, fenText, shanghaiDate } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { serverNow } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { capText, GRANT_TITLE, untilText, usesText } from '../binding-text';
import { CERTIFICATE_TEXT } from './add-text';
import { capOf, endsOn } from './draft';
import { type AddRelative, STEP } from './use-add-relative';

/** Every answer once more, each group with its way back. */
export function CheckStep({ draft, goTo }: AddRelative) {
  const regions = useRead('regions').answer?.regions ?? [];
  const region = regions.find(({ regionCode }) => regionCode === draft.regionCode)?.regionName ?? draft.regionCode ?? '';
  const sharedLimit = capOf(draft.sharedLimit);
  return (
    <View>
      <Card>
        <Heading title="家人信息" onChange={() => goTo(STEP.person)} />
        <Line name="关系">{draft.relation === null ? '' : CLAIMED_RELATION_TEXT[draft.relation]}</Line>
        <Line name="姓名">{draft.name}</Line>
        <Line name={CERTIFICATE_TEXT[draft.certificateKind]}>{draft.certificateNumber}</Line>
        <Line name="参保地">{region}</Line>
      </Card>
      <Card>
        <Heading title="授权内容" onChange={() => goTo(STEP.grants)} />
        <Line name={GRANT_TITLE['show-code']}>{draft.showCode ? '开启' : '不开启'}</Line>
        <Line name={GRANT_TITLE['share-funds']}>{draft.shareFunds ? '开启' : '不开启'}</Line>
        {draft.shareFunds && <Line name="可以付">{usesText([...draft.uses])}</Line>}
        {draft.shareFunds && (
          <Line name="限额">
            {capText({ capPerPaymentFen: capOf(draft.capPerPayment) ?? null, capPerMonthFen: capOf(draft.capPerMonth) ?? null })}
          </Line>
        )}
        {draft.shareFunds && sharedLimit && <Line name="全体亲属共用限额">{fenText(sharedLimit)}</Line>}
        <Line name="截止">{untilText(endsOn(draft, shanghaiDate(serverNow())) ?? null)}</Line>
        {draft.guardian && <Line name="监护人承诺">已承诺</Line>}
      </Card>
    </View>
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
