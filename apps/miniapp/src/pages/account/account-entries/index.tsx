import { EntryList } from '@/features/account/entry-list';
import { Screen } from '@/shared/ui/screen';

export default function AccountEntriesPage() {
  return (
    <Screen title="个人账户明细">
      <EntryList />
    </Screen>
  );
}
