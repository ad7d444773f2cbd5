import type { PaymentView } from '@gongji/contract';
import { fenText, UNDONE_PREMIUM_STATES } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { dayText, momentText } from '@/shared/text/moment';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line, Section } from '@/shared/ui/card';
import { LegList } from '@/shared/ui/leg-list';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { Result } from '@/shared/ui/result';
import { Timeline } from '@/shared/ui/timeline';
import { MONEY_TEXT, PAYMENT_LOOK, UNSETTLED } from './premium-text';
import { RefundNotice } from './refund-notice';
import { UnsettledNotice } from './unsettled-notice';
import { useSettling } from './use-settling';
import { VoidPayment } from './void-payment';

interface Props {
  readonly paymentId: string;
  readonly onReceipt: () => void;
  readonly onRefund: () => void;
  readonly onLeave: () => void;
}

/** One payment: where it stands, what comes next, and the way out while there is one. */
export function PaymentPanel({ paymentId, onReceipt, onRefund, onLeave }: Props) {
  const reading = useRead('premiumPayment', { path: { paymentId } });
  const settling = useSettling(reading);
  return (
    <Loaded reading={reading} cards={3}>
      {(payment) => (
        <View>
          <Standing payment={payment} byItself={settling.byItself} reload={reading.reload} />
          <PaymentFacts payment={payment} />
          <View className="section stack">
            {payment.receipt !== null && (
              <Button icon="doc" onTap={onReceipt}>
                查看缴费凭证
              </Button>
            )}
            {payment.voidable && <VoidPayment payment={payment} reload={reading.reload} />}
            {payment.refundable && (
              <Button kind="plain" onTap={onRefund}>
                退费：先看会怎样
              </Button>
            )}
            <Button kind="text" onTap={onLeave}>
              返回代缴
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
const Standing = ({ payment, byItself, reload }: StandingProps) => (
  <View>
    <Result {...PAYMENT_LOOK[payment.state]} title={payment.stateText}>
      <Amount fen={payment.amountFen} huge />
      {MONEY_TEXT[payment.state] !== undefined && <Text className="block muted">{MONEY_TEXT[payment.state]}</Text>}
    </Result>
    <View className={hasNotice(payment) ? 'section stack' : ''}>
      <UnsettledNotice payment={payment} byItself={byItself} onLook={reload} />
      {payment.failureText !== null && (
        <Notice tone="danger" title={payment.failureText}>
          {`冻结的 ${fenText(payment.amountFen)} 已退回原账户。`}
        </Notice>
      )}
      {payment.refund !== null && <RefundNotice payment={payment} refund={payment.refund} />}
    </View>
  </View>
);

const hasNotice = ({ state, failureText, refund }: PaymentView): boolean =>
  UNSETTLED.includes(state) || failureText !== null || refund !== null;

const PaymentFacts = ({ payment }: { readonly payment: PaymentView }) => {
  const next = payment.timeline.find(({ done }) => !done);
  const undone = UNDONE_PREMIUM_STATES.includes(payment.state);
  return (
    <View>
      <View className="section">
        <Card>
          <Person personId={payment.person.personId} name={payment.person.maskedName} note={payment.person.maskedCertificate} />
          <Line name="缴费项目">{`${payment.year} 年度居民医保费`}</Line>
          <Line name="参保地">{payment.regionName}</Line>
          <Line name="申请时间">{momentText(payment.appliedAt)}</Line>
          {next !== undefined && (
            <Line name="下一步">{next.expectedOn === null ? next.text : `${next.text}，预计 ${dayText(next.expectedOn)}`}</Line>
          )}
          {!undone && <Line name="待遇开始">{dayText(payment.benefitStartsOn)}</Line>}
          <Line name="办理编号">{payment.number}</Line>
        </Card>
      </View>
      <Section title={undone ? '退回到谁的账户' : '从谁的账户扣'}>
        <Card flush>
          <LegList legs={payment.legs} />
        </Card>
      </Section>
      <Section title="进度">
        <Card>
          <Timeline steps={payment.timeline} />
        </Card>
      </Section>
    </View>
  );
};
