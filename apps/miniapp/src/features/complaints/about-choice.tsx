import { fenText } from '@gongji/domain';
import { COMPLAINTS } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { say } from '@/shared/text/say';
import { personName } from '@/shared/text/words';
import { Button } from '@/shared/ui/button';
import { type Option, OneOf } from '@/shared/ui/choice';
import { FieldFrame } from '@/shared/ui/field';
import type { About } from './complaint-draft';

interface Props {
  readonly about: About | null;
  readonly onChange: (about: About | null) => void;
}

const ABOUT = COMPLAINTS.about;
const NONE = 'none';
const nameOf = ({ kind, id }: About): string => `${kind} ${id}`;
/** The latest are enough to choose from; an older one is named in words. */
const MOST_LISTED = 5;

/** Which of one's own bindings or payments it is about. It may be left out, and so it does where they cannot be read. */
export function AboutChoice({ about, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const options = useOptions(about);
  if (options.length === 1) return null;
  const chosen = options.find(({ value }) => value === (about === null ? NONE : nameOf(about)));
  const choose = (value: string) => {
    const [kind, id] = value.split(' ');
    onChange(value === NONE || id === undefined ? null : { kind: kind as About['kind'], id });
    setOpen(false);
  };
  return (
    <FieldFrame id="about" label={say(ABOUT.label)}>
      {open ? (
        <OneOf label={say(ABOUT.spoken)} options={options} value={chosen?.value ?? null} onChange={choose} />
      ) : (
        <View>
          <View className="muted">{chosen?.label ?? ''}</View>
          <Button kind="text" inline onTap={() => setOpen(true)}>
            {say(ABOUT.choose)}
          </Button>
        </View>
      )}
    </FieldFrame>
  );
}

function useOptions(about: About | null): readonly Option<string>[] {
  const { answer: family } = useRead('bindings');
  const { answer: paid } = useRead('premiumPayments');
  const bindings = (family?.bindings ?? []).slice(0, MOST_LISTED).map(({ bindingId: id, other, relationText }) => ({
    value: nameOf({ kind: 'binding', id }),
    label: say(ABOUT.withPerson, { name: personName(other) }),
    note: say(relationText),
  }));
  const payments = (paid?.payments ?? []).slice(0, MOST_LISTED).map(({ paymentId: id, person, year, amountFen, stateText }) => ({
    value: nameOf({ kind: 'payment', id }),
    label: say(ABOUT.premium, { name: personName(person), year, amount: fenText(amountFen) }),
    note: say(stateText),
  }));
  const listed = [...bindings, ...payments];
  const given =
    about === null || listed.some(({ value }) => value === nameOf(about)) ? [] : [{ value: nameOf(about), label: say(ABOUT[about.kind]) }];
  return [{ value: NONE, label: say(ABOUT.none) }, ...given, ...listed];
}
