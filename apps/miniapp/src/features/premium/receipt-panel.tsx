import type { PaymentView } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { momentText } from '@/shared/text/moment';
import { Amount } from '@/shared/ui/amount';
import { Card, Line } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { LegList } from '@/shared/ui/leg-list';
import { Loaded } from '@/shared/ui/loaded';

/** Both numbers, ours and the tax office's; names and certificates masked. */
export function ReceiptPanel({ paymentId }: { readonly paymentId: string }) {
  const reading = useRead('premiumPayment', { path: { paymentId } });
  return (
    <Loaded reading={reading}>
      {(payment) =>
        payment.receipt === null ? (
          <Empty icon="doc" title="还没有凭证" text="税务部门确认缴费后会生成凭证。" />
        ) : (
          <Receipt payment={payment} receipt={payment.receipt} />
        )
      }
    </Loaded>
  );
}

interface ReceiptProps {
  readonly payment: PaymentView;
  readonly receipt: NonNullable<PaymentView['receipt']>;
}

const Receipt = ({ payment, receipt }: ReceiptProps) => (
  <Card>
    <View className="center">
      <Text className="lead">城乡居民基本医疗保险费</Text>
      <Text className="block muted">个人账户代缴凭证</Text>
      <Amount fen={payment.amountFen} huge />
    </View>
    <Line name="参保人">{payment.person.maskedName}</Line>
    <Line name="证件号码">{payment.person.maskedCertificate}</Line>
    <Line name="参保地">{payment.regionName}</Line>
    <Line name="参保年度">{payment.year}</Line>
    <Line name="缴费时间">{momentText(receipt.paidAt)}</Line>
    <Line name="办理编号">{receipt.ourNumber}</Line>
    <Line name="税务编号">{receipt.taxNumber}</Line>
    <LegList legs={payment.legs} />
    <Text className="block muted">校验码（与查询结果一致即未被改动）</Text>
    <Text className="block muted">{receipt.hash}</Text>
  </Card>
);
