import type { SandboxPerson } from '@gongji/contract';
import { TOUR, WORDS } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { goTo } from '@/shared/platform/navigation';
import { logInAsDemo, useSession } from '@/shared/session/session';
import { type Deed, useTrail } from '@/shared/session/trail';
import { say } from '@/shared/text/say';
import { Card, Section } from '@/shared/ui/card';
import { TapRow } from '@/shared/ui/tap-row';

/** In the order of a visit; a hint goes away when it was done. */
const DEEDS: readonly Deed[] = ['shown', 'handed', 'settled', 'family', 'premium'];
/** Who is worth a first look, one line each from the sandbox itself. */
const OFFERED: readonly string[] = ['chen-jianguo', 'chen-guilan', 'sun-wei'];

/** Who one is in the demonstration, what to try next, and how the clock is moved. */
export function Guide({ people, clock }: { readonly people: readonly SandboxPerson[]; readonly clock: string }) {
  const { me } = useSession();
  const { done } = useTrail();
  const left = DEEDS.filter((deed) => !done.has(deed));
  const present = people.find(({ name }) => name === me?.name);
  const offered = people.filter(({ key }) => OFFERED.includes(key) && key !== present?.key);
  const become = async (key: string) => {
    const outcome = await logInAsDemo(key);
    if (outcome.kind === 'done') goTo('insurance-code');
  };
  return (
    <View>
      <Text className="title">{say(TOUR.title)}</Text>
      <Text className="block muted">{say(WORDS.demoAll)}</Text>
      {present !== undefined && (
        <Section title={say(TOUR.now)}>
          <Text className="block">{say(TOUR.story, { name: present.name, story: say(present.story) })}</Text>
        </Section>
      )}
      <Section title={say(TOUR.next)}>
        {left.length === 0 && <Text className="block">{say(TOUR.allDone)}</Text>}
        {left.slice(0, 2).map((deed) => (
          <Text key={deed} className="tour__hint">{`· ${say(TOUR.hint[deed])}`}</Text>
        ))}
      </Section>
      <Section title={say(TOUR.other)}>
        <Card flush>
          {offered.map(({ key, name, story }) => (
            <TapRow key={key} icon="person" title={name} note={say(story)} onTap={() => void become(key)} />
          ))}
        </Card>
      </Section>
      <View className="section">
        <Text className="block">{say(TOUR.clock)}</Text>
        <a href={clock} target="_blank" rel="noreferrer">
          {say(TOUR.clockLink)}
        </a>
      </View>
    </View>
  );
}
