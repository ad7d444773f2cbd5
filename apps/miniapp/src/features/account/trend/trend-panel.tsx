import type { AccountTrend } from '@gongji/contract';
import { ACCOUNT } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { roleOf } from '@/shared/platform/a11y';
import { monthText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { Amount } from '@/shared/ui/amount';
import { Card, Section } from '@/shared/ui/card';
import { OneOf } from '@/shared/ui/choice';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';
import { columnLabel, heightsOf, trendText } from './trend-text';
import '../account.scss';

const TREND = ACCOUNT.trend;
const SPANS = [
  { value: '12', text: TREND.twelve },
  { value: '24', text: TREND.twentyFour },
] as const;
type Span = (typeof SPANS)[number]['value'];

/** How the balance went: a picture, the same in one sentence, and the same in numbers. */
export function TrendPanel() {
  const [span, setSpan] = useState<Span>('12');
  const reading = useRead('accountTrend', { query: { months: span } });
  return (
    <View className="stack">
      <OneOf
        label={say(TREND.span)}
        grid="short"
        options={SPANS.map(({ value, text }) => ({ value, label: say(text) }))}
        value={span}
        onChange={setSpan}
      />
      <Loaded reading={reading}>
        {({ months }) =>
          months.length === 0 ? <Empty icon="doc" title={say(TREND.none)} text={say(TREND.noneText)} /> : <Trend months={months} />
        }
      </Loaded>
    </View>
  );
}

const Trend = ({ months }: AccountTrend) => (
  <View>
    <Card>
      <Text className="block strong">{say(TREND.atEnd)}</Text>
      <Picture months={months} />
      <Text className="block muted">{trendText(months)}</Text>
    </Card>
    <Section title={say(TREND.table)}>
      <Text className="months__sum muted">{say(ACCOUNT.sums.neither)}</Text>
      <Card flush>
        {[...months].reverse().map((month, index) => (
          <View key={month.month} className="trend__month">
            <Text className="block strong">
              {index === 0 ? say(TREND.toNow, { month: monthText(month.month) }) : monthText(month.month)}
            </Text>
            <View className="totals">
              <Sum name={say(ACCOUNT.sums.in)} fen={month.inFen} />
              <Sum name={say(ACCOUNT.sums.out)} fen={month.outFen} />
              <Sum name={say(index === 0 ? ACCOUNT.sums.balance : TREND.atEnd)} fen={month.balanceFen} />
            </View>
          </View>
        ))}
      </Card>
    </Section>
  </View>
);

const Sum = ({ name, fen }: { readonly name: string; readonly fen: AccountTrend['months'][number]['inFen'] }) => (
  <View className="totals__part">
    <Text className="block muted">{name}</Text>
    <Amount fen={fen} />
  </View>
);

/** Boxes and no canvas: they take the colours of the theme, also when it changes. */
function Picture({ months }: AccountTrend) {
  const heights = heightsOf(months);
  return (
    <View>
      <View className="trend__picture" aria-label={say(TREND.picture, { course: trendText(months) })} {...roleOf('img')}>
        {months.map(({ month }, index) => (
          <View key={month} className="trend__place" aria-hidden="true">
            <View
              className={`trend__column ${index === months.length - 1 ? 'trend__column--now' : ''}`}
              style={{ height: `${heights[index]}%` }}
            />
          </View>
        ))}
      </View>
      <View className="trend__labels" aria-hidden="true">
        {months.map(({ month }, index) => (
          <Text key={month} className="trend__label">
            {columnLabel(month, index, months.length)}
          </Text>
        ))}
      </View>
    </View>
  );
}
