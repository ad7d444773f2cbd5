import { View } from '@tarojs/components';
import { useMe } from '@/shared/session/session';
import { schemeText } from '@/shared/text/words';
import { Card } from '@/shared/ui/card';
import { Notice } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';

const NOT_NORMAL = { paused: '已暂停参保', ended: '已终止参保', none: '未参保' } as const;

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
              <View>{`${schemeText(me.scheme)} · ${me.regionName}`}</View>
              <View>{`证件号码 ${me.maskedCertificate}`}</View>
            </View>
          }
        />
      </Card>
      {me.insuranceState !== 'normal' && (
        <View className="card__notice">
          <Notice tone="warn" title={NOT_NORMAL[me.insuranceState]}>
            请联系单位或参保地医保经办窗口。
          </Notice>
        </View>
      )}
    </View>
  );
}
