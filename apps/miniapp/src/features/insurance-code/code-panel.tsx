import { INSURANCE_CODE } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { useMe } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { CodeCard } from './code-card';
import { FamilyWays } from './family-ways';
import { PersonPages } from './person-pages';
import { showablePeople } from './showable-people';
import './code.scss';

/** Own code at once; relatives' codes beside it. */
export function CodePanel() {
  const me = useMe();
  const list = useRead('bindings').answer;
  const bound = list?.bindings.some(({ myRole, state }) => myRole === 'owner' && state !== 'ended') === true;
  return (
    <View>
      <PersonPages meId={me.personId} showable={showablePeople(me, list)}>
        {(person) => (
          <View>
            <CodeCard person={person} meId={me.personId} />
            <View className="law">{say(INSURANCE_CODE.law)}</View>
          </View>
        )}
      </PersonPages>
      <FamilyWays bound={bound} />
    </View>
  );
}
