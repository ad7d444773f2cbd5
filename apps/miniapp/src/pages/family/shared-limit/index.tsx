import { BINDING } from '@gongji/texts';
import { LimitPanel } from '@/features/binding/limit-panel';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function SharedLimitPage() {
  return (
    <Screen title={say(BINDING.title.limit)}>
      <LimitPanel />
    </Screen>
  );
}
