import type { AppliedList, PaymentView } from '@gongji/contract';
import { addFen, fen, fenText } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { moveTo } from '@/shared/platform/a11y';
import { dayText, momentText } from '@/shared/text/moment';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { Notice, State } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { Result } from '@/shared/ui/result';
import { SpokenCode } from '@/shared/ui/spoken-code';
import { PAYMENT_LOOK } from './premium-text';
import { useSettling } from './use-settling';

type Item = AppliedList['items'][number];

interface Props {
  readonly items: readonly Item[];
  readonly onOpen: (paymentId: string) => void;
  readonly onLeave: () => void;
}

/** One outcome a person, on the page and not in a toast: a failure of one says so and leaves the others. */
export function AppliedListPanel({ items, onOpen, onLeave }: Props) {
  const made = items.flatMap(({ payment }) => (payment === null ? [] : [payment]));
  const total = addFen(fen(0), ...made.map(({ amountFen }) => amountFen));
  const all = made.length === items.length;
  useEffect(() => moveTo('result-title'), []);
  return (
    <View className="stack">
      <Result
        tone={made.length === 0 ? 'danger' : all ? 'ok' : 'warn'}
        icon={made.length === 0 ? 'error' : all ? 'check' : 'warn'}
        title={titleOf(made.length, items.length)}
        text={made.length === 0 ? '没有扣款，也没有冻结。' : `已提交的合计 ${fenText(total)}，逐人结果如下。`}
      />
      {items.map((item) =>
        item.payment === null ? (
          <RefusedItem key={item.quoteId} item={item} />
        ) : (
          <AppliedItem key={item.quoteId} made={item.payment} onOpen={onOpen} />
        ),
      )}
      <Button kind="plain" onTap={onLeave}>
        返回代缴
      </Button>
    </View>
  );
}

function titleOf(made: number, all: number): string {
  if (made === 0) return `${all} 人都没有提交`;
  return made === all ? `${all} 人都已提交` : `${made} 人已提交，${all - made} 人没有提交`;
}

/** Follows the payment by itself while the tax office is still being told. */
function AppliedItem({ made, onOpen }: { readonly made: PaymentView; readonly onOpen: Props['onOpen'] }) {
  const reading = useRead('premiumPayment', { path: { paymentId: made.paymentId } });
  const { unsettled } = useSettling(reading);
  const payment = reading.answer ?? made;
  const next = payment.timeline.find(({ done }) => !done);
  return (
    <Card>
      <Person
        personId={payment.person.personId}
        name={payment.person.maskedName}
        note={<State {...PAYMENT_LOOK[payment.state]}>{payment.stateText}</State>}
        end={<Amount fen={payment.amountFen} />}
      />
      <Line name="办理编号">{payment.number}</Line>
      <Line name="申请时间">{momentText(payment.appliedAt)}</Line>
      {next !== undefined && (
        <Line name="下一步">{next.expectedOn === null ? next.text : `${next.text}，预计 ${dayText(next.expectedOn)}`}</Line>
      )}
      <View className="stack">
        {unsettled && <Notice tone="info">钱已冻结，正在告诉税务部门，请勿重复支付。</Notice>}
        {payment.failureText !== null && <Notice tone="danger">{payment.failureText}</Notice>}
        <View className="rule">
          <Button kind="text" inline label={`查看这笔代缴：${payment.person.maskedName}`} onTap={() => onOpen(payment.paymentId)}>
            查看这笔代缴
          </Button>
        </View>
      </View>
    </Card>
  );
}

const RefusedItem = ({ item }: { readonly item: Item }) => (
  <Card>
    <View className="stack">
      <Person personId={item.person.personId} name={item.person.maskedName} note={<State tone="danger">没有提交</State>} />
      {item.refusal !== null && (
        <Notice tone="danger" title={item.refusal.text}>
          <Text className="notice__text">{`没有扣款。${item.refusal.nextStep}`}</Text>
          <SpokenCode code={item.refusal.code} />
        </Notice>
      )}
    </View>
  </Card>
);
