import type { PaymentView } from '@gongji/contract';
import { fenText, UNDONE_PREMIUM_STATES } from '@gongji/domain';
import { PAID, PAYMENT } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { type Reading, useRead } from '@/shared/bff/use-read';
import { moveTo } from '@/shared/platform/a11y';
import { momentText } from '@/shared/text/moment';
import { numberText } from '@/shared/text/number-text';
import { say } from '@/shared/text/say';
import { personName } from '@/shared/text/words';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line, Section } from '@/shared/ui/card';
import { LegList } from '@/shared/ui/leg-list';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { Result } from '@/shared/ui/result';
import { Timeline } from '@/shared/ui/timeline';
import { isUnsettled, MONEY_TEXT, nextStep, nextText, PAYMENT_LOOK } from './payment-text';
import { benefitText } from './premium-text';
import { RefundNotice } from './refund-notice';
import { UnsettledNotice } from './unsettled-notice';
import { useSettling } from './use-settling';
import { VoidPayment } from './void-payment';

interface Props {
  readonly paymentId: string;
  readonly onReceipt: () => void;
  readonly onRefund: () => void;
  /** Where it leads to, in words. */
  readonly leave: string;
  readonly onLeave: () => void;
}

/** One payment: where it stands, what comes next, and the way out while there is one. */
export function PaymentPanel({ paymentId, onReceipt, onRefund, leave, onLeave }: Props) {
  const reading = useRead('premiumPayment', { path: { paymentId } });
  const settling = useSettling(reading);
  useSeenChange(reading);
  return (
    <Loaded reading={reading} cards={3}>
      {(payment) => (
        <View>
          <Standing payment={payment} byItself={settling.byItself} reload={reading.reload} />
          <PaymentFacts payment={payment} />
          <View className="section stack">
            {payment.receipt !== null && (
              <Button kind={payment.state === 'refunded' ? 'plain' : 'primary'} icon="doc" onTap={onReceipt}>
                {say(PAID.panel.receipt)}
              </Button>
            )}
            {payment.voidable && <VoidPayment payment={payment} reload={reading.reload} />}
            {payment.refundable && (
              <Button kind="plain" onTap={onRefund}>
                {say(PAID.panel.refund)}
              </Button>
            )}
            <Button kind="text" onTap={onLeave}>
              {leave}
            </Button>
          </View>
        </View>
      )}
    </Loaded>
  );
}

interface StandingProps {
  readonly payment: PaymentView;
  readonly byItself: boolean;
  readonly reload: () => void;
}

/** The state first, with the sum; then what to know about it now. */
function Standing({ payment, byItself, reload }: StandingProps) {
  const money = payment.voiding ? undefined : MONEY_TEXT[payment.state];
  return (
    <View>
      <Result {...PAYMENT_LOOK[payment.state]} title={say(payment.stateText)}>
        <Amount fen={payment.amountFen} huge />
        {money !== undefined && <Text className="block muted">{say(money)}</Text>}
      </Result>
      <View className={hasNotice(payment) ? 'section stack' : ''}>
        <UnsettledNotice payment={payment} byItself={byItself} onLook={reload} />
        {payment.failureText !== null && (
          <Notice tone="danger" title={say(payment.failureText)}>
            {say(PAID.panel.failed, { sum: fenText(payment.amountFen) })}
          </Notice>
        )}
        {payment.refund !== null && <RefundNotice payment={payment} refund={payment.refund} />}
      </View>
    </View>
  );
}

/**
 * Whoever voids it does so far below, and it changes by itself while somebody reads on: what it stands at now is brought before their eyes. Not what the page
 * learns as it comes, beside what it knew from before: reading begins at its title.
 */
function useSeenChange({ phase, answer }: Reading<PaymentView>): void {
  const seen = useRef<string | undefined>(undefined);
  const state = phase === 'ok' ? answer?.stateText : undefined;
  useEffect(() => {
    if (state === undefined) return;
    if (seen.current !== undefined && seen.current !== state) moveTo('result-title');
    seen.current = state;
  }, [state]);
}

const hasNotice = (payment: PaymentView): boolean => isUnsettled(payment) || payment.failureText !== null || payment.refund !== null;

/** Who comes from a message meets these words here first. */
const Terms = () => (
  <View className="stack">
    <Text className="block muted">{say(PAYMENT.term.treasury)}</Text>
    <Text className="block muted">{say(PAYMENT.term.benefits)}</Text>
  </View>
);

const PaymentFacts = ({ payment }: { readonly payment: PaymentView }) => {
  const next = nextStep(payment);
  const undone = payment.voiding || UNDONE_PREMIUM_STATES.includes(payment.state);
  return (
    <View>
      <View className="section">
        <Card>
          <Person personId={payment.person.personId} name={personName(payment.person)} note={payment.person.maskedCertificate} />
          <Line name={say(PAYMENT.fact.item)}>{say(PAYMENT.fact.premium, { year: payment.year })}</Line>
          <Line name={say(PAYMENT.fact.region)}>{payment.regionName}</Line>
          <Line name={say(PAYMENT.fact.appliedAt)}>{momentText(payment.appliedAt)}</Line>
          {next !== undefined && <Line name={say(PAYMENT.fact.next)}>{nextText(next)}</Line>}
          {!undone && <Line name={say(PAYMENT.fact.benefits)}>{benefitText(payment.year, payment.benefitStartsOn)}</Line>}
          <Line name={say(PAYMENT.fact.number)}>{numberText(payment.number)}</Line>
        </Card>
      </View>
      <Section title={say(undone ? PAID.panel.backTo : PAID.panel.from)}>
        <Card flush>
          <LegList legs={payment.legs} />
        </Card>
      </Section>
      <Section title={say(PAID.panel.progress)}>
        <Card>
          <View className="stack">
            <Timeline steps={payment.timeline} />
            {!undone && <Terms />}
          </View>
        </Card>
      </Section>
    </View>
  );
};
