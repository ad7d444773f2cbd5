import { PIECES } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useSession } from '../session/session';
import { say } from '../text/say';
import { PersonBadge } from './person-badge';
import './who.scss';

/** Who acts, on every page, by name, colour and letter. */
export function Who() {
  const { me } = useSession();
  if (me === null) return null;
  return (
    <View className="who">
      <PersonBadge personId={me.personId} name={me.name} />
      {say(PIECES.who, { name: me.name })}
    </View>
  );
}
