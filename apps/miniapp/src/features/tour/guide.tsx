import type { SandboxPerson } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { goTo } from '@/shared/platform/navigation';
import { logInAsDemo, useSession } from '@/shared/session/session';
import { useTrail } from '@/shared/session/trail';
import { Card, Section } from '@/shared/ui/card';
import { TapRow } from '@/shared/ui/tap-row';
import { HINTS, OFFERED, TOUR_TEXT } from './tour-text';

/** Who one is in the demonstration, what to try next, and how the clock is moved. */
export function Guide({ people, clock }: { readonly people: readonly SandboxPerson[]; readonly clock: string }) {
  const { me } = useSession();
  const { done } = useTrail();
  const left = HINTS.filter(({ deed }) => !done.has(deed));
  const present = people.find(({ name }) => name === me?.name);
  const offered = people.filter(({ key }) => (OFFERED as readonly string[]).includes(key) && key !== present?.key);
  const become = async (key: string) => {
    const outcome = await logInAsDemo(key);
    if (outcome.kind === 'done') goTo('insurance-code');
  };
  return (
    <View>
      <Text className="title">{TOUR_TEXT.title}</Text>
      <Text className="block muted">{TOUR_TEXT.mark}</Text>
      {present !== undefined && (
        <Section title={TOUR_TEXT.now}>
          <Text className="block">{`${present.name}：${present.story}`}</Text>
        </Section>
      )}
      <Section title={TOUR_TEXT.next}>
        {left.length === 0 && <Text className="block">{TOUR_TEXT.allDone}</Text>}
        {left.slice(0, 2).map(({ deed, text }) => (
          <Text key={deed} className="tour__hint">{`· ${text}`}</Text>
        ))}
      </Section>
      <Section title={TOUR_TEXT.other}>
        <Card flush>
          {offered.map(({ key, name, story }) => (
            <TapRow key={key} icon="person" title={name} note={story} onTap={() => void become(key)} />
          ))}
        </Card>
      </Section>
      <View className="section">
        <Text className="block">{TOUR_TEXT.clock}</Text>
        <a href={clock} target="_blank" rel="noreferrer">
          {TOUR_TEXT.clockLink}
        </a>
      </View>
    </View>
  );
}
