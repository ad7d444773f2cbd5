import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { Field, FieldFrame } from '@/shared/ui/field';
import { FieldWrong } from '@/shared/ui/field-wrong';
import { LongField } from '@/shared/ui/long-field';
import { PlacePicker } from '@/shared/ui/place-picker';
import { Progress } from '@/shared/ui/progress';
import { SignaturePad } from '@/shared/ui/signature-pad';
import { PLACES } from './samples';

const WRONG = '请填写 0.01 到 10000 之间的金额';
const nothing = () => undefined;

/** What is filled in: empty, filled, wrong. */
export function FieldSamples() {
  const [typed, setTyped] = useState('');
  const [long, setLong] = useState('');
  const [told, setTold] = useState(false);
  const [chosen, setChosen] = useState<string | null>('440300');
  return (
    <View>
      <Section title="填写">
        <Progress step={1} names={['告知', '填写', '签名']} />
        {/* It takes the focus when it appears: not when this page opens. */}
        <ErrorSummary errors={told ? [{ field: 'sample-wrong', text: WRONG }] : []} />
        <Card>
          <Field id="sample-empty" label="没有填的" hint="怎么填的提示" value={typed} onChange={setTyped} />
          <Field id="sample-required" label="必须填的" required value={typed} onChange={setTyped} />
          <Field id="sample-filled" label="填好的" value="陈桂兰" onChange={nothing} />
          <Field id="sample-wraps" label="比一行长的" value={'0123 4567 89ab cdef '.repeat(4)} onChange={nothing} wraps />
          <Field id="sample-wrong" label="填错的（元）" type="digit" error={WRONG} value="-1" onChange={nothing} />
          <LongField id="sample-long" label="几行字" hint="写清什么时候、在哪里" maxLength={200} value={long} onChange={setLong} />
          <FieldFrame id="sample-pad" label="手写签名" hint="请用手指写下姓名">
            <FieldWrong error="请先签名" />
            <SignaturePad onChange={nothing} />
          </FieldFrame>
          <Button kind="plain" onTap={() => setTold(!told)}>
            {told ? '收起要改正的' : '列出要改正的'}
          </Button>
        </Card>
      </Section>
      <Section title="选地区">
        <Card>
          <PlacePicker
            id="sample-place"
            places={PLACES}
            chosen={chosen}
            near="440300"
            canChoose={() => true}
            onChoose={({ regionCode }) => setChosen(regionCode)}
          />
        </Card>
      </Section>
    </View>
  );
}
