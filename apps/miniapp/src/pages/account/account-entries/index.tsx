import { MINE } from '@gongji/texts';
import { EntryList } from '@/features/account/entry-list';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function AccountEntriesPage() {
  return (
    <Screen title={say(MINE.rows.entries)}>
      <EntryList />
    </Screen>
  );
}
