import type { RefundPreview } from '@gongji/contract';
import { fenText } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { useWrite } from '@/shared/bff/use-write';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line, Section } from '@/shared/ui/card';
import { OneOf } from '@/shared/ui/choice';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { RuleList } from '@/shared/ui/rule-list';

interface Props {
  readonly paymentId: string;
  /** Where the payment is shown: after asking, and when nobody knows whether it was asked. */
  readonly onPayment: () => void;
}

type Reason = RefundPreview['reasons'][number]['reason'];

/** Where the money goes, by when, and whether the limit comes back, before the one button that asks for it. */
export function RefundPanel({ paymentId, onPayment }: Props) {
  const reading = useRead('previewRefund', { path: { paymentId } });
  return (
    <Loaded reading={reading} cards={3}>
      {(preview) => (
        <View>
          {preview.rule?.assumed === true && (
            <Notice tone="warn" title="暂定：没有查到公开的退费规定">
              <Text className="notice__text">下面的条件是按更谨慎的办法假定的，最后由税务部门决定。</Text>
            </Notice>
          )}
          <RefundFacts preview={preview} />
          <View className="section stack">
            {preview.refusal === null ? (
              <AskRefund preview={preview} onPayment={onPayment} />
            ) : (
              <Refused refusal={{ ...preview.refusal, requestId: null, fields: [] }} />
            )}
            <Button kind="text" onTap={onPayment}>
              不退费，返回这笔代缴
            </Button>
          </View>
        </View>
      )}
    </Loaded>
  );
}

const RefundFacts = ({ preview }: { readonly preview: RefundPreview }) => (
  <View>
    <Section title="钱退到哪里">
      <Card>
        {preview.legs.map((leg) => (
          <Line key={leg.text} name={leg.text}>
            <Amount fen={leg.amountFen} />
          </Line>
        ))}
        <Line name="合计原路退回">
          <Amount fen={preview.amountFen} />
        </Line>
      </Card>
    </Section>
    <Section title="什么时候退">
      <Card>
        <Text className="block">{preview.byWhenText}</Text>
      </Card>
    </Section>
    <Section title="限额会不会恢复">
      <Card>
        {preview.limitTexts.map((text) => (
          <Text key={text} className="block">
            {text}
          </Text>
        ))}
      </Card>
    </Section>
    <Section title="退费之后">
      <Card>
        <View className="stack">
          {preview.effects.map((text) => (
            <Text key={text} className="block">
              {text}
            </Text>
          ))}
        </View>
      </Card>
    </Section>
    {preview.rule !== null && (
      <Section title="依据">
        <Card flush>
          <RuleList rules={[preview.rule]} />
        </Card>
      </Section>
    )}
  </View>
);

function AskRefund({ preview, onPayment }: { readonly preview: RefundPreview; readonly onPayment: () => void }) {
  const [reason, setReason] = useState<Reason | null>(null);
  const { state, busy, submit } = useWrite('refundPremium');
  const sum = fenText(preview.amountFen);
  const ask = async () => {
    if (reason === null) return;
    const outcome = await submit({ path: { paymentId: preview.paymentId }, body: { reason } });
    if (outcome?.kind === 'done') onPayment();
  };
  if (state.kind === 'unknown') {
    const text = '网络没有回应，退费申请可能已经收到。请先查看这笔代缴，不要重复申请。';
    return <Unknown reference={state.reference} text={text} button="查看这笔代缴" onTap={onPayment} />;
  }
  return (
    <View className="stack">
      <Text className="lead">为什么退费</Text>
      <OneOf
        label="退费情形"
        value={reason}
        onChange={setReason}
        options={preview.reasons.map(({ reason: value, text, refusal }) => ({
          value,
          label: text,
          off: refusal !== null,
          ...(refusal === null ? {} : { note: `${refusal.text}${refusal.nextStep}` }),
        }))}
      />
      {state.kind === 'refused' && <Refused refusal={state.refusal} />}
      <Button
        kind="danger"
        off={reason === null || state.kind === 'done'}
        busyText={busy && '正在提交，请不要离开…'}
        onTap={() => void ask()}
      >
        {`申请退费 ${sum}`}
      </Button>
      {reason === null && <Text className="block muted center">请先选择一个情形</Text>}
    </View>
  );
}
