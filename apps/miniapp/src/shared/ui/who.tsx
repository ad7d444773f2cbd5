import { View } from '@tarojs/components';
import { useSession } from '../session/session';
import { PersonBadge } from './person-badge';
import './who.scss';

/** Who acts, on every page, by name, colour and letter. */
export function Who() {
  const { me } = useSession();
  if (me === null) return null;
  return (
    <View className="who">
      <PersonBadge personId={me.personId} name={me.name} />
      {`办理人：${me.name}`}
    </View>
  );
}
