import { UNDONE_PREMIUM_STATES } from '@gongji/domain';
import { PREMIUM } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { say } from '@/shared/text/say';
import { Card } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';

/** To bind somebody would not help: there is nothing to pay from. Where one's own premium can be paid is told only to whom nobody pays it for. */
export function NoAccount({ year }: { readonly year: number }) {
  const reading = useRead('premiumPayments');
  return (
    <Loaded reading={reading}>
      {({ paidForMe }) => {
        const mine = paidForMe.find((each) => each.year === year && !UNDONE_PREMIUM_STATES.includes(each.state));
        return (
          <View className="stack">
            {mine !== undefined && (
              <Notice tone="info" title={say(PREMIUM.nobody.paidForMe, { year, payer: say(mine.payer), state: say(mine.stateText) })}>
                {say(PREMIUM.nobody.paidForMeText)}
              </Notice>
            )}
            <Card>
              <Empty
                icon="pay"
                title={say(PREMIUM.nobody.noAccount)}
                text={say(mine === undefined ? PREMIUM.nobody.noAccountText : PREMIUM.nobody.fromAccount)}
              />
            </Card>
          </View>
        );
      }}
    </Loaded>
  );
}
