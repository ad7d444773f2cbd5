import type { AccountSums } from '@gongji/contract';
import { fenText, ZERO } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { Reading } from '@/shared/bff/use-read';
import { moveTo } from '@/shared/platform/a11y';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { OneOf } from '@/shared/ui/choice';
import { ALL, type EntryFilter, filterGroups, filterText, isFiltered, NO_FILTER, withChoice } from './entry-filter';

interface Props {
  readonly filter: EntryFilter;
  readonly reading: Reading<AccountSums>;
  readonly onChange: (filter: EntryFilter) => void;
}

/** What is shown, what it adds up to, and the way to show something else. */
export function FilterBar({ filter, reading, onChange }: Props) {
  const sums = reading.answer;
  const [choosing, setChoosing] = useState(false);
  if (choosing && sums !== undefined) {
    const show = (chosen: EntryFilter) => {
      setChoosing(false);
      onChange(chosen);
    };
    return <FilterForm filter={filter} choices={sums.choices} onShow={show} onClose={() => setChoosing(false)} />;
  }
  return (
    <Card>
      <Text className="block strong">{filterText(filter, sums?.choices)}</Text>
      {sums !== undefined && <Totals total={sums.total} />}
      {sums === undefined && reading.phase === 'failed' && (
        <View>
          <Text className="block muted">合计没有读到，暂时不能筛选。</Text>
          <Button kind="text" inline icon="refresh" onTap={reading.reload}>
            重新读取合计
          </Button>
        </View>
      )}
      <View className="filter__acts">
        <Button kind="text" inline icon="sum" off={sums === undefined} onTap={() => setChoosing(true)}>
          筛选
        </Button>
        {isFiltered(filter) && (
          <Button kind="text" inline icon="off" onTap={() => onChange(NO_FILTER)}>
            清除筛选
          </Button>
        )}
      </View>
    </Card>
  );
}

const Totals = ({ total: { inFen, outFen, frozenFen, count } }: Pick<AccountSums, 'total'>) => (
  <View className="totals">
    <View className="totals__part">
      <Text className="block muted">收入</Text>
      <Amount fen={inFen} />
    </View>
    <View className="totals__part">
      <Text className="block muted">支出</Text>
      <Amount fen={outFen} />
    </View>
    <View className="totals__part">
      <Text className="block muted">笔数</Text>
      <Text className="amount">{count}</Text>
    </View>
    {frozenFen > ZERO && <Text className="totals__frozen muted">{`另有 ${fenText(frozenFen)} 还在冻结，没有算进支出`}</Text>}
  </View>
);

interface FormProps {
  readonly filter: EntryFilter;
  readonly choices: AccountSums['choices'];
  readonly onShow: (filter: EntryFilter) => void;
  readonly onClose: () => void;
}

/** In the page and not over it: the choices are long, and the page scrolls anyway. */
function FilterForm({ filter, choices, onShow, onClose }: FormProps) {
  const [draft, setDraft] = useState(filter);
  useEffect(() => moveTo('filter-title'), []);
  return (
    <Card>
      <Text id="filter-title" className="lead">
        筛选明细
      </Text>
      {filterGroups(choices, draft).map(({ name, label, options }) => (
        <View key={name} className="filter__group">
          <Text className="block strong">{label}</Text>
          <OneOf
            label={label}
            grid={name === 'kind' || name === 'forPerson' ? true : 'short'}
            options={options}
            value={String(draft[name] ?? ALL)}
            onChange={(value) => setDraft(withChoice(draft, name, value))}
          />
        </View>
      ))}
      <View className="filter__group">
        <Button onTap={() => onShow(draft)}>显示这些明细</Button>
        <Button kind="plain" onTap={() => setDraft(NO_FILTER)}>
          全部不限
        </Button>
        <Button kind="text" onTap={onClose}>
          不改了
        </Button>
      </View>
    </Card>
  );
}
