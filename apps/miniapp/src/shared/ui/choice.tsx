import { View } from '@tarojs/components';
import { arrowKeys, roleOf } from '../platform/a11y';
import { Tick } from './tick';

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly note?: string;
  readonly off?: boolean;
}

interface OneOfProps<V extends string> {
  readonly label: string;
  readonly options: readonly Option<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  /** short: labels so short that two stand beside each other in large text too. */
  readonly grid?: boolean | 'short';
}

/** Moves the focus and not the choice, which may lead away: Enter or Space chooses. */
const amongRadios = arrowKeys((step, group) => {
  const radios = [...group.querySelectorAll<HTMLElement>('[role=radio][aria-disabled=false]')];
  radios[(radios.indexOf(document.activeElement as HTMLElement) + step + radios.length) % radios.length]?.focus();
});

/** One of several: radio buttons as wide as a thumb. */
export function OneOf<V extends string>({ label, options, value, onChange, grid = false }: OneOfProps<V>) {
  const able = options.filter(({ off }) => off !== true);
  const stop = able.find((option) => option.value === value) ?? able[0];
  return (
    <View className={`choices ${gridClass(grid)}`} aria-label={label} {...roleOf('radiogroup')} {...amongRadios}>
      {options.map((option) => (
        <Tick
          key={option.value}
          role="radio"
          label={option.label}
          note={option.note}
          off={option.off === true}
          on={option.value === value}
          isStop={option === stop}
          onTap={() => onChange(option.value)}
        />
      ))}
    </View>
  );
}

const gridClass = (grid: boolean | 'short'): string => (grid === false ? '' : `choices--grid ${grid === 'short' ? 'choices--short' : ''}`);

interface AnyOfProps<V extends string> extends Omit<OneOfProps<V>, 'value' | 'onChange'> {
  readonly values: readonly V[];
  readonly onChange: (values: readonly V[]) => void;
}

/** Any of several. */
export const AnyOf = <V extends string>({ label, options, values, onChange, grid = false }: AnyOfProps<V>) => (
  <View className={`choices ${gridClass(grid)}`} aria-label={label} {...roleOf('group')}>
    {options.map(({ value, label: words, note, off = false }) => {
      const on = values.includes(value);
      return (
        <Tick
          key={value}
          label={words}
          note={note}
          off={off}
          on={on}
          onTap={() => onChange(on ? values.filter((each) => each !== value) : [...values, value])}
        />
      );
    })}
  </View>
);
