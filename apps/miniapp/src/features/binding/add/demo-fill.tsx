import { CERTIFICATE_KIND_TEXT } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { usePeople } from '@/shared/session/use-people';
import { useMe } from '@/shared/session/session';
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
        {open ? '收起演示资料' : chosenName === undefined ? '填入演示资料' : `已填入 ${chosenName} 的演示资料，换一位`}
      </Button>
      {open && (
        <View>
          <Text className="field__hint">仅演示环境：选一位虚构的人物，自动填入姓名、证件和参保地。</Text>
          <OneOf
            label="演示人物"
            options={sorted.map((person) => ({
              value: person.key,
              label: person.name,
              note: `${person.family} · ${CERTIFICATE_KIND_TEXT[person.certificateKind]}`,
            }))}
            value={key}
            onChange={fill}
          />
        </View>
      )}
    </View>
  );
}
