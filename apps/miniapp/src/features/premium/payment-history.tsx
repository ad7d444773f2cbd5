import type { PaymentList, PaymentView } from '@gongji/contract';
import { PAID, PAYMENT, PREMIUM } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { tappable } from '@/shared/platform/a11y';
import { momentText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { personName } from '@/shared/text/words';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line, Section } from '@/shared/ui/card';
import { OneOf } from '@/shared/ui/choice';
import { Empty } from '@/shared/ui/empty';
import { FieldFrame } from '@/shared/ui/field';
import { Icon } from '@/shared/ui/icon';
import { Loaded } from '@/shared/ui/loaded';
import { State } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { ALL, findPayments, NO_FILTER, type PaymentFilter, peopleOf, yearsOf } from './find-payments';
import { PAYMENT_LOOK } from './payment-text';

interface Props {
  readonly onOpen: (paymentId: string) => void;
  readonly onReceipt: (paymentId: string) => void;
  readonly onPay: () => void;
}

export function PaymentHistory({ onPay, ...open }: Props) {
  const reading = useRead('premiumPayments');
  return (
    <Loaded reading={reading}>
      {({ payments, paidForMe }) => (
        <View>
          {payments.length > 0 && <Found payments={payments} {...open} />}
          {payments.length === 0 && paidForMe.length > 0 && <Text className="block muted">{say(PAID.history.noneOfMine)}</Text>}
          {payments.length === 0 && paidForMe.length === 0 && (
            <Empty icon="doc" title={say(PAID.history.none)} text={say(PAID.history.noneText)}>
              <Button kind="plain" onTap={onPay}>
                {say(PAID.history.seeDue)}
              </Button>
            </Empty>
          )}
          {paidForMe.length > 0 && <PaidForMe list={paidForMe} />}
          {[...payments, ...paidForMe].some(({ state }) => state === 'posted') && (
            <Text className="block muted">{say(PAYMENT.term.treasury)}</Text>
          )}
        </View>
      )}
    </Loaded>
  );
}

/** Nothing of the payer's money, and no way into the payment: it is theirs. */
const PaidForMe = ({ list }: { readonly list: PaymentList['paidForMe'] }) => (
  <Section title={say(PAID.history.forMe)}>
    <View className="stack">
      <Text className="block muted">{say(PAID.history.forMeText)}</Text>
      <View>
        {list.map(({ year, regionName, payer, state, stateText, appliedAt }) => (
          <Card key={`${year}${appliedAt}`}>
            <Text className="lead">{say(PAYMENT.fact.premium, { year })}</Text>
            <Line name={say(PREMIUM.levy.payer)}>{say(payer)}</Line>
            <Line name={say(PREMIUM.levy.state)}>
              <State {...PAYMENT_LOOK[state]}>{say(stateText)}</State>
            </Line>
            <Line name={say(PAYMENT.fact.region)}>{regionName}</Line>
            <Line name={say(PAYMENT.fact.appliedAt)}>{momentText(appliedAt)}</Line>
          </Card>
        ))}
      </View>
    </View>
  </Section>
);

type Open = Pick<Props, 'onOpen' | 'onReceipt'>;

function Found({ payments, ...open }: Open & { readonly payments: readonly PaymentView[] }) {
  const [filter, setFilter] = useState(NO_FILTER);
  const found = findPayments(payments, filter);
  return (
    <View>
      <Filter payments={payments} filter={filter} onChange={setFilter} />
      {found.length === 0 && (
        <Empty icon="doc" title={say(PAID.history.notFound)} text={say(PAID.history.notFoundText)}>
          <Button kind="plain" onTap={() => setFilter(NO_FILTER)}>
            {say(PAID.history.seeAll)}
          </Button>
        </Empty>
      )}
      {yearsOf(found).map((year) => (
        <Section key={year} title={say(PREMIUM.year, { year })}>
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
  const years = yearsOf(payments).map((year) => ({ value: String(year), label: say(PREMIUM.year, { year }) }));
  if (people.length < 2 && years.length < 2) return null;
  return (
    <View className="card">
      {people.length > 1 && (
        <FieldFrame id="history-person" label={say(PAYMENT.fact.person)}>
          <OneOf
            label={say(PAYMENT.fact.person)}
            grid="short"
            options={[{ value: ALL, label: say(PAID.history.all) }, ...people]}
            value={filter.personId}
            onChange={(personId) => onChange({ ...filter, personId })}
          />
        </FieldFrame>
      )}
      {years.length > 1 && (
        <FieldFrame id="history-year" label={say(PREMIUM.coverYear)}>
          <OneOf
            label={say(PREMIUM.coverYear)}
            grid="short"
            options={[{ value: ALL, label: say(PAID.history.all) }, ...years]}
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
        name={personName(payment.person)}
        note={momentText(payment.appliedAt)}
        end={<Icon name="go" />}
      />
      <Line name={say(PAYMENT.fact.amount)}>
        <Amount fen={payment.amountFen} />
      </Line>
      <Line name={say(PREMIUM.levy.state)}>
        <State {...PAYMENT_LOOK[payment.state]}>{say(payment.stateText)}</State>
      </Line>
      {payment.failureText !== null && <Text className="block muted">{say(payment.failureText)}</Text>}
    </View>
    {payment.receipt !== null && (
      <Button
        kind="plain"
        icon="doc"
        onTap={() => onReceipt(payment.paymentId)}
        label={say(PAID.history.receiptOf, { name: personName(payment.person), year: payment.year })}
      >
        {say(PAID.history.receipt)}
      </Button>
    )}
  </View>
);
