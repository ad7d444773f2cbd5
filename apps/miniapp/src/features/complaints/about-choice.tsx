import { fenText } from '@gongji/domain';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { Button } from '@/shared/ui/button';
import { type Option, OneOf } from '@/shared/ui/choice';
import { FieldFrame } from '@/shared/ui/field';
import type { About } from './complaint-draft';

interface Props {
  readonly about: About | null;
  readonly onChange: (about: About | null) => void;
}

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
    <FieldFrame id="about" label="和哪一项有关（可不选）">
      {open ? (
        <OneOf label="和哪一项有关" options={options} value={chosen?.value ?? null} onChange={choose} />
      ) : (
        <View>
          <View className="muted">{chosen?.label ?? ''}</View>
          <Button kind="text" inline onTap={() => setOpen(true)}>
            选择一项
          </Button>
        </View>
      )}
    </FieldFrame>
  );
}

const GIVEN: Readonly<Record<About['kind'], string>> = {
  payment: '打开过的那笔代缴',
  settlement: '刚才的医保结算',
  binding: '打开过的那位家人',
};

function useOptions(about: About | null): readonly Option<string>[] {
  const { answer: family } = useRead('bindings');
  const { answer: paid } = useRead('premiumPayments');
  const bindings = (family?.bindings ?? []).slice(0, MOST_LISTED).map(({ bindingId: id, other, relationText }) => ({
    value: nameOf({ kind: 'binding', id }),
    label: `与${other.maskedName}的亲情账户`,
    note: relationText,
  }));
  const payments = (paid?.payments ?? []).slice(0, MOST_LISTED).map(({ paymentId: id, person, year, amountFen, stateText }) => ({
    value: nameOf({ kind: 'payment', id }),
    label: `为${person.maskedName}代缴 ${year} 年度 ${fenText(amountFen)}`,
    note: stateText,
  }));
  const listed = [...bindings, ...payments];
  const given =
    about === null || listed.some(({ value }) => value === nameOf(about)) ? [] : [{ value: nameOf(about), label: GIVEN[about.kind] }];
  return [{ value: NONE, label: '不选' }, ...given, ...listed];
}
