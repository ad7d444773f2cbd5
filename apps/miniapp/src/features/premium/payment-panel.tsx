import type { PaymentView } from '@gongji/contract';
import { fenText } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { useTick } from '@/shared/platform/lifecycle';
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
import { PAYMENT_LOOK, UNSETTLED } from './premium-text';
import { VoidPayment } from './void-payment';

const LOOK_EVERY_MS = 3_000;

interface Props {
  readonly paymentId: string;
  readonly onReceipt: () => void;
  readonly onLeave: () => void;
}

/** One payment: where it stands, what comes next, and the way out while there is one. */
export function PaymentPanel({ paymentId, onReceipt, onLeave }: Props) {
  const reading = useRead('premiumPayment', { path: { paymentId } });
  const unsettled = reading.answer !== undefined && UNSETTLED.includes(reading.answer.state);
  useTick(LOOK_EVERY_MS, unsettled, reading.reload);
  return (
    <Loaded reading={reading} cards={3}>
      {(payment) => (
        <View>
          <PaymentFacts payment={payment} />
          <View className="section stack">
            {payment.receipt !== null && (
              <Button icon="doc" onTap={onReceipt}>
                查看缴费凭证
              </Button>
            )}
            {payment.voidable && <VoidPayment payment={payment} reload={reading.reload} />}
            <Button kind="text" onTap={onLeave}>
              返回代缴
            </Button>
          </View>
        </View>
      )}
    </Loaded>
  );
}

const PaymentFacts = ({ payment }: { readonly payment: PaymentView }) => (
  <View>
    <Result {...PAYMENT_LOOK[payment.state]} title={payment.stateText}>
      <Amount fen={payment.amountFen} huge />
    </Result>
    {UNSETTLED.includes(payment.state) && (
      <Notice tone="warn" title="请勿重复支付" urgent>
        <Text className="notice__text">
          {payment.nextCheckOn === null ? '结果出来后会自动更新并通知您。' : `最迟 ${dayText(payment.nextCheckOn)} 有结果，会通知您。`}
        </Text>
      </Notice>
    )}
    {payment.failureText !== null && (
      <Notice tone="danger" title={payment.failureText}>
        {`冻结的 ${fenText(payment.amountFen)} 已退回原账户。`}
      </Notice>
    )}
    <View className="section">
      <Card>
        <Person personId={payment.person.personId} name={payment.person.maskedName} note={payment.person.maskedCertificate} />
        <Line name="缴费项目">{`${payment.year} 年度居民医保费`}</Line>
        <Line name="参保地">{payment.regionName}</Line>
        <Line name="申请时间">{momentText(payment.appliedAt)}</Line>
        <Line name="待遇开始">{dayText(payment.benefitStartsOn)}</Line>
        {payment.nextCheckOn !== null && <Line name="下次更新">{dayText(payment.nextCheckOn)}</Line>}
        <Line name="办理编号">{payment.paymentId}</Line>
      </Card>
    </View>
    <Section title="从谁的账户扣">
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
