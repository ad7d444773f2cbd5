import type { PaymentView, RefundPreview } from '@gongji/contract';
import { fenText } from '@gongji/domain';
import { PAYMENT, REFUND } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { useWrite } from '@/shared/bff/use-write';
import { useWhenInFront } from '@/shared/platform/when-in-front';
import { say } from '@/shared/text/say';
import { personName } from '@/shared/text/words';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line, Section } from '@/shared/ui/card';
import { OneOf } from '@/shared/ui/choice';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { FieldFrame } from '@/shared/ui/field';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { Person } from '@/shared/ui/person-badge';
import { RuleList } from '@/shared/ui/rule-list';
import { useMissing } from '@/shared/ui/use-missing';

interface Props {
  readonly paymentId: string;
  /** Where the payment is shown: after asking, and when nobody knows whether it was asked. */
  readonly onPayment: () => void;
}

type Reason = RefundPreview['reasons'][number]['reason'];

/** Whose premium it is stands first: of several relatives the wrong one loses the insurance by mistake. */
export function RefundPanel(props: Props) {
  const reading = useRead('premiumPayment', { path: { paymentId: props.paymentId } });
  return (
    <Loaded reading={reading} cards={3}>
      {(payment) => (
        <View className="stack">
          <Whose payment={payment} />
          <Refunding {...props} />
        </View>
      )}
    </Loaded>
  );
}

const Whose = ({ payment: { person, year } }: { readonly payment: PaymentView }) => (
  <Card>
    <Person personId={person.personId} name={personName(person)} note={say(PAYMENT.fact.premium, { year })} />
  </Card>
);

/** The reason first, since what the refund means hangs on it; then where the money goes, by when, and whether the limit comes back, before the one button that asks for it. */
function Refunding({ paymentId, onPayment }: Props) {
  const reading = useRead('previewRefund', { path: { paymentId } });
  return (
    <Loaded reading={reading} cards={3}>
      {(preview) => (
        <View>
          {preview.rule?.assumed === true && (
            <Notice tone="warn" title={say(REFUND.assumed)}>
              <Text className="notice__text">{say(REFUND.assumedText)}</Text>
            </Notice>
          )}
          {preview.refusal === null ? (
            <AskRefund preview={preview} onPayment={onPayment} />
          ) : (
            <View>
              <RefundFacts preview={preview} />
              <View className="section">
                <Refused refusal={{ ...preview.refusal, requestId: null, fields: [] }} />
              </View>
            </View>
          )}
          <View className="section">
            <Button kind="text" onTap={onPayment}>
              {say(REFUND.leave)}
            </Button>
          </View>
        </View>
      )}
    </Loaded>
  );
}

interface FactsProps {
  readonly preview: RefundPreview;
  /** What it means for the cover; undefined while no reason is chosen. */
  readonly effect?: string | undefined;
}

const RefundFacts = ({ preview, effect }: FactsProps) => (
  <View>
    <Section title={say(REFUND.part.where)}>
      <Card>
        {preview.legs.map((leg) => (
          <Line key={leg.text} name={say(leg.text)}>
            <Amount fen={leg.amountFen} />
          </Line>
        ))}
        <Line name={say(REFUND.part.sum)}>
          <Amount fen={preview.amountFen} />
        </Line>
      </Card>
    </Section>
    <Section title={say(REFUND.part.when)}>
      <Card>
        <Text className="block">{say(preview.byWhenText)}</Text>
      </Card>
    </Section>
    <Section title={say(REFUND.part.limits)}>
      <Card>
        {preview.limitTexts.map((text) => (
          <Text key={text} className="block">
            {say(text)}
          </Text>
        ))}
      </Card>
    </Section>
    <Section title={say(REFUND.part.after)}>
      <Card>
        <View className="stack">
          {[effect ?? [], preview.effects].flat().map((text) => (
            <Text key={text} className="block">
              {say(text)}
            </Text>
          ))}
        </View>
      </Card>
    </Section>
    {preview.rule !== null && (
      <Section title={say(PAYMENT.basis)}>
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
  const missing = useMissing(reason === null ? [{ field: 'reason', text: say(REFUND.ask.choose) }] : []);
  const whenInFront = useWhenInFront();
  const sum = fenText(preview.amountFen);
  const ask = async () => {
    if (reason === null) return;
    const outcome = await submit({ path: { paymentId: preview.paymentId }, body: { reason } });
    if (outcome?.kind === 'done') whenInFront(onPayment);
  };
  if (state.kind === 'unknown') {
    return <Unknown reference={state.reference} text={say(REFUND.ask.unknown)} button={say(PAYMENT.applied.open)} onTap={onPayment} />;
  }
  return (
    <View>
      <View className="section">
        <FieldFrame id="reason" label={say(REFUND.ask.why)} error={missing.errorOf('reason')}>
          <OneOf
            label={say(REFUND.ask.reasons)}
            value={reason}
            onChange={setReason}
            options={preview.reasons.map(({ reason: value, text, refusal }) => ({
              value,
              label: say(text),
              off: refusal !== null,
              ...(refusal === null ? {} : { note: say(REFUND.ask.notThis, { why: say(refusal.text), next: say(refusal.nextStep) }) }),
            }))}
          />
        </FieldFrame>
      </View>
      <RefundFacts preview={preview} effect={preview.reasons.find((each) => each.reason === reason)?.effect} />
      <View className="section stack">
        {state.kind === 'refused' && <Refused refusal={state.refusal} />}
        <ErrorSummary errors={missing.told} />
        <Button
          kind="danger"
          off={state.kind === 'done'}
          busyText={busy && say(PAYMENT.submitting)}
          onTap={missing.unlessMissing(() => void ask())}
        >
          {say(REFUND.ask.act, { sum })}
        </Button>
      </View>
    </View>
  );
}
