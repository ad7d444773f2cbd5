import type { AccountEntry, AccountSums } from '@gongji/contract';
import { ENTRY_KIND_TEXT, ZERO } from '@gongji/domain';
import { ACCOUNT } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { tappable } from '@/shared/platform/a11y';
import { goTo } from '@/shared/platform/navigation';
import { momentText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';
import { OlderPages } from '@/shared/ui/older-pages';
import { afterText, frozenMoveText, withWhomText } from './account-text';
import { entriesByMonth, monthSumText } from './entries-by-month';
import { type EntryFilter, isFiltered, NO_FILTER } from './entry-filter';
import { ExportButton } from './export-button';
import { FilterBar } from './filter-bar';
import { type Entries, useEntries } from './use-entries';
import './account.scss';

const ENTRIES = ACCOUNT.entries;

/** The movements of the account by month, newest first: for whom, with whom, and the balance after it; what to show is chosen above. */
export function EntryList() {
  const [filter, setFilter] = useState<EntryFilter>(NO_FILTER);
  const summing = useRead('accountSums', { query: { ...filter } });
  const found = useEntries(filter);
  const nothing = found.reading.answer !== undefined && found.items.length === 0;
  if (nothing && !isFiltered(filter)) return <Empty icon="doc" title={say(ENTRIES.none)} text={say(ENTRIES.noneText)} />;
  return (
    <View className="stack">
      <FilterBar filter={filter} reading={summing} onChange={setFilter} />
      <Loaded reading={found.reading} cards={3}>
        {() =>
          nothing ? (
            <Empty icon="doc" title={say(ENTRIES.noneSuch)} text={say(ENTRIES.noneSuchText)}>
              <Button kind="plain" onTap={() => setFilter(NO_FILTER)}>
                {say(ENTRIES.showAll)}
              </Button>
            </Empty>
          ) : (
            <Months found={found} sums={summing.answer} />
          )
        }
      </Loaded>
      {found.items.length > 0 && <ExportButton key={JSON.stringify(filter)} filter={filter} />}
    </View>
  );
}

const Months = ({ found, sums }: { readonly found: Entries; readonly sums: AccountSums | undefined }) => (
  <View className="months">
    {entriesByMonth(found.items).map(({ month, title, entries }) => (
      <Section key={month} title={title}>
        <Text className="months__sum muted">{monthSumText(sums, month) ?? ''}</Text>
        <Card flush>
          {entries.map((entry) => (
            <EntryRow key={entry.entryId} entry={entry} />
          ))}
        </Card>
      </Section>
    ))}
    <OlderPages
      pages={found}
      label={say(ENTRIES.older)}
      end={<Text className="block muted center">{say(ENTRIES.end, { count: found.items.length })}</Text>}
    />
  </View>
);

/** A settlement leads to the whole of it; anything else has said all there is. */
const EntryRow = ({ entry }: { readonly entry: AccountEntry }) => {
  const frozenMove = frozenMoveText(entry.frozenFen);
  const { settlementId } = entry;
  return (
    <View className="entry" {...(settlementId === null ? {} : tappable(() => goTo('settlement', { settlementId })))}>
      <View className="entry__words">
        <Text className="taprow__title">{say(ENTRY_KIND_TEXT[entry.kind])}</Text>
        <Text className="taprow__note">{withWhomText(entry)}</Text>
        <Text className="taprow__note">{momentText(entry.at)}</Text>
        <Text className="taprow__note">{afterText(entry)}</Text>
        {settlementId !== null && <Text className="entry__open">{say(ACCOUNT.settlement.open)}</Text>}
      </View>
      <View className="entry__amount">
        {(entry.amountFen !== ZERO || frozenMove === undefined) && <Amount fen={entry.amountFen} signed />}
        {frozenMove !== undefined && <Text className="block muted">{frozenMove}</Text>}
      </View>
    </View>
  );
};
