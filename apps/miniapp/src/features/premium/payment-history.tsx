import type { PaymentView } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { tappable } from '@/shared/platform/a11y';
import { momentText } from '@/shared/text/moment';
import { Amount } from '@/shared/ui/amount';
import { Line, Section } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Icon } from '@/shared/ui/icon';
import { Loaded } from '@/shared/ui/loaded';
import { State } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { PAYMENT_LOOK } from './premium-text';

const yearsOf = (payments: readonly PaymentView[]): readonly number[] =>
  [...new Set(payments.map(({ year }) => year))].sort((a, b) => b - a);

export function PaymentHistory({ onOpen }: { readonly onOpen: (paymentId: string) => void }) {
  const reading = useRead('premiumPayments');
  return (
    <Loaded reading={reading}>
      {({ payments }) =>
        payments.length === 0 ? (
          <Empty icon="doc" title="还没有代缴记录" text="代缴后，每一笔的状态和凭证都会留在这里。" />
        ) : (
          <View>
            {yearsOf(payments).map((year) => (
              <Section key={year} title={`${year} 年度`}>
                {payments
                  .filter((payment) => payment.year === year)
                  .map((payment) => (
                    <PaymentCard key={payment.paymentId} payment={payment} onOpen={() => onOpen(payment.paymentId)} />
                  ))}
              </Section>
            ))}
          </View>
        )
      }
    </Loaded>
  );
}

const PaymentCard = ({ payment, onOpen }: { readonly payment: PaymentView; readonly onOpen: () => void }) => (
  <View className="card" hoverClass="button--hover" {...tappable(onOpen)}>
    <Person
      personId={payment.person.personId}
      name={payment.person.maskedName}
      note={momentText(payment.appliedAt)}
      end={<Icon name="go" />}
    />
    <Line name="金额">
      <Amount fen={payment.amountFen} />
    </Line>
    <Line name="状态">
      <State {...PAYMENT_LOOK[payment.state]}>{payment.stateText}</State>
    </Line>
    {payment.failureText !== null && <Text className="block muted">{payment.failureText}</Text>}
  </View>
);
