import type { QuotedList, QuoteView } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { dayText, yearsOldText } from '@/shared/text/moment';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { Fold } from '@/shared/ui/fold';
import { Notice } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { FoldedRules } from '@/shared/ui/rule-list';
import { SpokenCode } from '@/shared/ui/spoken-code';
import { ASSUMED_TEXT, windowText } from './premium-text';
import { WaitingReason } from './waiting-reason';

interface QuoteProps {
  readonly quote: QuoteView;
  readonly onChange: () => void;
}

/** One relative who can be paid for: what is owed, from when it helps, when it is taken, until when it can be taken back. */
export const QuoteCard = ({ quote, onChange }: QuoteProps) => {
  const { levy } = quote;
  return (
    <Card>
      <Person
        personId={levy.person.personId}
        name={levy.person.maskedName}
        note={levy.person.maskedCertificate}
        end={
          <Button kind="text" inline onTap={onChange} label={`更换家人：${levy.person.maskedName}`}>
            更换
          </Button>
        }
      />
      <Line name="缴费项目">{`${levy.year} 年度居民医保费`}</Line>
      <Line name="应缴金额">
        <Amount fen={levy.amountFen} />
      </Line>
      <Line name="待遇开始">{dayText(quote.benefitStartsOn)}</Line>
      <Line name="等待期">{quote.waitingMonths === 0 ? '没有' : `${quote.waitingMonths} 个月`}</Line>
      <Line name="作废期限">{quote.voidableUntil === null ? '提交后不能作废' : `${dayText(quote.voidableUntil)}（含当天）`}</Line>
      <View className="stack">
        {levy.amountAssumed && <Notice tone="warn">{ASSUMED_TEXT(levy.year)}</Notice>}
        <Fold of="参保地、缴费期和等待期">
          <Line name="参保地">{levy.regionName}</Line>
          <Line name="人员类别">{levy.categoryText}</Line>
          <Line name="集中缴费期">{windowText(levy)}</Line>
          <Text className="block muted">{quote.waitingText}</Text>
          <WaitingReason quote={quote} />
        </Fold>
      </View>
    </Card>
  );
};

type Item = QuotedList['items'][number];

/** One who cannot be paid for now: what, why, what to do, and the rule behind it. The others go on. */
export const RefusedRelative = ({ item, alone }: { readonly item: Item; readonly alone: boolean }) => (
  <Card>
    <View className="stack">
      <Person
        personId={item.person.personId}
        name={item.person.maskedName}
        note={`${item.person.regionName} · ${yearsOldText(item.person.age)}`}
      />
      {item.refusal !== null && (
        <Notice tone={alone ? 'danger' : 'warn'} title={item.refusal.text} urgent={alone}>
          <Text className="notice__text">{item.refusal.nextStep}</Text>
          {!alone && <View className="muted">不在这次支付里</View>}
          <SpokenCode code={item.refusal.code} />
        </Notice>
      )}
      {item.levy !== null && (
        <View>
          <Line name={`${item.levy.year} 年度应缴`}>
            <Amount fen={item.levy.amountFen} />
          </Line>
          {item.levy.payer !== null && <Line name="付款人">{item.levy.payer}</Line>}
        </View>
      )}
      {item.levy !== null && item.levy.rules.length > 0 && <FoldedRules rules={item.levy.rules} of={item.person.maskedName} />}
    </View>
  </Card>
);
