import { CERTIFICATE_KIND_TEXT } from '@gongji/domain';
import { ADD_RELATIVE } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { usePeople } from '@/shared/session/use-people';
import { useMe } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { dotted } from '@/shared/text/words';
import { Button } from '@/shared/ui/button';
import { OneOf } from '@/shared/ui/choice';
import type { Draft } from './draft';

/** The demo's papers: nobody can know a synthetic person's number by heart. */
export function DemoFill({ change }: { readonly change: (changes: Partial<Draft>) => void }) {
  const me = useMe();
  const { found } = usePeople();
  const [open, setOpen] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  if (found.kind !== 'demo') return null;
  const family = found.people.find(({ name, regionCode }) => name === me.name && regionCode === me.regionCode)?.family;
  const others = found.people.filter(({ name }) => name !== me.name);
  const sorted = [...others.filter((person) => person.family === family), ...others.filter((person) => person.family !== family)];
  const chosenName = sorted.find((person) => person.key === key)?.name;
  const fill = (chosen: string) => {
    const person = sorted.find((each) => each.key === chosen);
    if (person === undefined) return;
    setKey(chosen);
    setOpen(false);
    const { name, certificateKind, certificateNumber, regionCode } = person;
    change({ name, certificateKind, certificateNumber, regionCode });
  };
  return (
    <View className="field">
      <Button kind="plain" icon="doc" onTap={() => setOpen(!open)}>
        {buttonText(open, chosenName)}
      </Button>
      {open && (
        <View>
          <Text className="field__hint">{say(ADD_RELATIVE.demo.hint)}</Text>
          <OneOf
            label={say(ADD_RELATIVE.demo.people)}
            options={sorted.map((person) => ({
              value: person.key,
              label: person.name,
              note: dotted(say(person.family), say(CERTIFICATE_KIND_TEXT[person.certificateKind])),
            }))}
            value={key}
            onChange={fill}
          />
        </View>
      )}
    </View>
  );
}

function buttonText(open: boolean, chosenName: string | undefined): string {
  if (open) return say(ADD_RELATIVE.demo.close);
  return chosenName === undefined ? say(ADD_RELATIVE.demo.open) : say(ADD_RELATIVE.demo.openAgain, { name: chosenName });
}
