import type { AccountTrend } from '@gongji/contract';
import { monthText } from '@/shared/text/moment';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { roleOf } from '@/shared/platform/a11y';
import { Amount } from '@/shared/ui/amount';
import { Card, Section } from '@/shared/ui/card';
import { OneOf } from '@/shared/ui/choice';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';
import { columnLabel, heightsOf, trendText } from './trend-text';
import '../account.scss';

const SPANS = [
  { value: '12', label: '近 12 个月' },
  { value: '24', label: '近 24 个月' },
] as const;
type Span = (typeof SPANS)[number]['value'];

/** How the balance went: a picture, the same in one sentence, and the same in numbers. */
export function TrendPanel() {
  const [span, setSpan] = useState<Span>('12');
  const reading = useRead('accountTrend', { query: { months: span } });
  return (
    <View className="stack">
      <OneOf label="看多久" grid="short" options={SPANS} value={span} onChange={setSpan} />
      <Loaded reading={reading}>
        {({ months }) =>
          months.length === 0 ? (
            <Empty icon="doc" title="还没有走势" text="账户有了第一笔划入以后，这里按月画出余额。" />
          ) : (
            <Trend months={months} />
          )
        }
      </Loaded>
    </View>
  );
}

const Trend = ({ months }: AccountTrend) => (
  <View>
    <Card>
      <Text className="block strong">月底余额</Text>
      <Picture months={months} />
      <Text className="block muted">{trendText(months)}</Text>
    </Card>
    <Section title="每月收入、支出和余额">
      <Card flush>
        {[...months].reverse().map((month, index) => (
          <View key={month.month} className="trend__month">
            <Text className="block strong">{`${monthText(month.month)}${index === 0 ? '（到现在）' : ''}`}</Text>
            <View className="totals">
              <Sum name="收入" fen={month.inFen} />
              <Sum name="支出" fen={month.outFen} />
              <Sum name={index === 0 ? '余额' : '月底余额'} fen={month.balanceFen} />
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
      <View className="trend__picture" aria-label={`月底余额柱状图。${trendText(months)}`} {...roleOf('img')}>
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
