import { MINE } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useMe } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { dotted, schemeText } from '@/shared/text/words';
import { Card } from '@/shared/ui/card';
import { Notice } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';

/** Whose phone this is just now. */
export function IdentityCard() {
  const me = useMe();
  return (
    <View>
      <Card>
        <Person
          personId={me.personId}
          name={me.name}
          note={
            <View>
              <View>{dotted(schemeText(me.scheme), me.regionName)}</View>
              <View>{say(MINE.identity.certificate, { number: me.maskedCertificate })}</View>
            </View>
          }
        />
      </Card>
      {me.insuranceState !== 'normal' && (
        <View className="card__notice">
          <Notice tone="warn" title={say(MINE.identity[me.insuranceState])}>
            {say(MINE.identity.ask)}
          </Notice>
        </View>
      )}
    </View>
  );
}
