import type { PaymentView } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { tappable } from '@/shared/platform/a11y';
import { momentText } from '@/shared/text/moment';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Line, Section } from '@/shared/ui/card';
import { OneOf } from '@/shared/ui/choice';
import { Empty } from '@/shared/ui/empty';
import { FieldFrame } from '@/shared/ui/field';
import { Icon } from '@/shared/ui/icon';
import { Loaded } from '@/shared/ui/loaded';
import { State } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { ALL, findPayments, NO_FILTER, type PaymentFilter, peopleOf, yearsOf } from './find-payments';
import { PAYMENT_LOOK } from './premium-text';

interface Props {
  readonly onOpen: (paymentId: string) => void;
  readonly onReceipt: (paymentId: string) => void;
  readonly onPay: () => void;
}

export function PaymentHistory({ onPay, ...open }: Props) {
  const reading = useRead('premiumPayments');
  return (
    <Loaded reading={reading}>
      {({ payments }) =>
        payments.length === 0 ? (
          <Empty icon="doc" title="还没有代缴记录" text="代缴后，每一笔的状态和凭证都会留在这里。">
            <Button kind="plain" onTap={onPay}>
              查看家人的应缴
            </Button>
          </Empty>
        ) : (
          <Found payments={payments} {...open} />
        )
      }
    </Loaded>
  );
}

type Open = Pick<Props, 'onOpen' | 'onReceipt'>;

function Found({ payments, ...open }: Open & { readonly payments: readonly PaymentView[] }) {
  const [filter, setFilter] = useState(NO_FILTER);
  const found = findPayments(payments, filter);
  return (
    <View>
      <Filter payments={payments} filter={filter} onChange={setFilter} />
      {found.length === 0 && (
        <Empty icon="doc" title="没有这样的记录" text="可以换一个人或年度。">
          <Button kind="plain" onTap={() => setFilter(NO_FILTER)}>
            查看全部记录
          </Button>
        </Empty>
      )}
      {yearsOf(found).map((year) => (
        <Section key={year} title={`${year} 年度`}>
          {found
            .filter((payment) => payment.year === year)
            .map((payment) => (
              <PaymentCard key={payment.paymentId} payment={payment} {...open} />
            ))}
        </Section>
      ))}
    </View>
  );
}

interface FilterProps {
  readonly payments: readonly PaymentView[];
  readonly filter: PaymentFilter;
  readonly onChange: (filter: PaymentFilter) => void;
}

/** Where there is nothing to choose between, nothing is asked. */
function Filter({ payments, filter, onChange }: FilterProps) {
  const people = peopleOf(payments).map(({ personId, name }) => ({ value: personId, label: name }));
  const years = yearsOf(payments).map((year) => ({ value: String(year), label: `${year} 年度` }));
  if (people.length < 2 && years.length < 2) return null;
  return (
    <View className="card">
      {people.length > 1 && (
        <FieldFrame id="history-person" label="参保人">
          <OneOf
            label="参保人"
            grid="short"
            options={[{ value: ALL, label: '全部' }, ...people]}
            value={filter.personId}
            onChange={(personId) => onChange({ ...filter, personId })}
          />
        </FieldFrame>
      )}
      {years.length > 1 && (
        <FieldFrame id="history-year" label="参保年度">
          <OneOf
            label="参保年度"
            grid="short"
            options={[{ value: ALL, label: '全部' }, ...years]}
            value={filter.year}
            onChange={(year) => onChange({ ...filter, year })}
          />
        </FieldFrame>
      )}
    </View>
  );
}

const PaymentCard = ({ payment, onOpen, onReceipt }: Open & { readonly payment: PaymentView }) => (
  <View className="card">
    <View hoverClass="button--hover" {...tappable(() => onOpen(payment.paymentId))}>
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
    {payment.receipt !== null && (
      <Button
        kind="plain"
        icon="doc"
        onTap={() => onReceipt(payment.paymentId)}
        label={`查看和保存凭证，${payment.person.maskedName} ${payment.year} 年度`}
      >
        查看和保存凭证
      </Button>
    )}
  </View>
);
