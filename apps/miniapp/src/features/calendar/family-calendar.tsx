import type { FamilyCalendar as Answer, FamilyDateView } from '@gongji/contract';
import { parseMonth } from '@gongji/domain';
import { CALENDAR, WORDS } from '@gongji/texts';
import { monthText } from '@/shared/text/moment';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { inWeChat } from '@/shared/platform/target';
import { say } from '@/shared/text/say';
import { dotted } from '@/shared/text/words';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';
import { DownloadDates } from './add-dates';
import { FamilyDate } from './family-date';
import { ReminderSwitch } from './reminder-switch';

export interface CalendarWays {
  readonly onOpen: (date: FamilyDateView) => void;
  readonly onAddRelative: () => void;
}

/** Everything that has a day, by month, each with what can be done about it; and what nobody published. */
export function FamilyCalendar(ways: CalendarWays) {
  const reading = useRead('familyCalendar');
  return (
    <Loaded reading={reading} cards={3}>
      {(calendar) => (
        <View>
          {calendar.dates.length === 0 ? (
            <Empty icon="clock" title={say(CALENDAR.none.title)} text={say(CALENDAR.none.text)}>
              <Button onTap={ways.onAddRelative}>{say(WORDS.bindRelative)}</Button>
            </Empty>
          ) : (
            <Months calendar={calendar} onOpen={ways.onOpen} />
          )}
          <Unknown calendar={calendar} />
          <View className="section">
            <ReminderSwitch calendar={calendar} onChanged={reading.reload} />
          </View>
          {!inWeChat && calendar.dates.length > 0 && <DownloadDates dates={calendar.dates} />}
        </View>
      )}
    </Loaded>
  );
}

interface MonthsProps {
  readonly calendar: Answer;
  readonly onOpen: CalendarWays['onOpen'];
}

const Months = ({ calendar: { dates }, onOpen }: MonthsProps) => (
  <View>
    {[...new Set(dates.map(({ on }) => on.slice(0, 7)))].map((month) => (
      <Section key={month} title={nameOfMonth(month)}>
        <Card flush>
          {dates
            .filter(({ on }) => on.startsWith(month))
            .map((date) => (
              <FamilyDate key={date.dateId} date={date} onOpen={() => onOpen(date)} />
            ))}
        </Card>
      </Section>
    ))}
  </View>
);

const nameOfMonth = (text: string): string => {
  const month = parseMonth(text);
  return month === undefined ? text : monthText(month);
};

const Unknown = ({ calendar: { unknown } }: { readonly calendar: Answer }) =>
  unknown.length === 0 ? null : (
    <Section title={say(CALENDAR.unknown.title)}>
      <Card flush>
        {unknown.map(({ person, regionName, year }) => (
          <View key={`${person}${regionName}${year}`} className="rule">
            <Text className="block strong">{dotted(person, regionName)}</Text>
            <Text className="rule__text">{say(CALENDAR.unknown.text, { year })}</Text>
          </View>
        ))}
      </Card>
    </Section>
  );
