import type { AccountSums } from '@gongji/contract';
import { fenText, ZERO } from '@gongji/domain';
import { ACCOUNT } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { Reading } from '@/shared/bff/use-read';
import { moveTo } from '@/shared/platform/a11y';
import { say } from '@/shared/text/say';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { OneOf } from '@/shared/ui/choice';
import { ALL, type EntryFilter, filterGroups, filterText, isFiltered, NO_FILTER, withChoice } from './entry-filter';

const { filter: FILTER, sums: SUMS } = ACCOUNT;

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
      {sums !== undefined && filter.kind === undefined && <Text className="block muted">{say(SUMS.neither)}</Text>}
      {sums === undefined && reading.phase === 'failed' && (
        <View>
          <Text className="block muted">{say(SUMS.unread)}</Text>
          <Button kind="text" inline icon="refresh" onTap={reading.reload}>
            {say(SUMS.reload)}
          </Button>
        </View>
      )}
      <View className="filter__acts">
        <Button kind="text" inline icon="sum" off={sums === undefined} onTap={() => setChoosing(true)}>
          {say(FILTER.open)}
        </Button>
        {isFiltered(filter) && (
          <Button kind="text" inline icon="off" onTap={() => onChange(NO_FILTER)}>
            {say(FILTER.clear)}
          </Button>
        )}
      </View>
    </Card>
  );
}

const Totals = ({ total: { inFen, outFen, frozenFen, count } }: Pick<AccountSums, 'total'>) => (
  <View className="totals">
    <View className="totals__part">
      <Text className="block muted">{say(SUMS.in)}</Text>
      <Amount fen={inFen} />
    </View>
    <View className="totals__part">
      <Text className="block muted">{say(SUMS.out)}</Text>
      <Amount fen={outFen} />
    </View>
    <View className="totals__part">
      <Text className="block muted">{say(SUMS.count)}</Text>
      <Text className="amount">{count}</Text>
    </View>
    {frozenFen > ZERO && <Text className="totals__frozen muted">{say(SUMS.frozen, { amount: fenText(frozenFen) })}</Text>}
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
        {say(FILTER.title)}
      </Text>
      {filterGroups(choices, draft).map(({ name, label, options }) => (
        <View key={name} className="filter__group">
          <Text className="block strong">{label}</Text>
          <OneOf
            label={label}
            grid={name === 'year' || name === 'month' ? 'short' : true}
            options={options}
            value={String(draft[name] ?? ALL)}
            onChange={(value) => setDraft(withChoice(draft, name, value))}
          />
        </View>
      ))}
      <View className="filter__group">
        <Button onTap={() => onShow(draft)}>{say(FILTER.show)}</Button>
        <Button kind="plain" onTap={() => setDraft(NO_FILTER)}>
          {say(FILTER.unlimited)}
        </Button>
        <Button kind="text" onTap={onClose}>
          {say(FILTER.keep)}
        </Button>
      </View>
    </Card>
  );
}
