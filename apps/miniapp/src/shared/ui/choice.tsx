import { View } from '@tarojs/components';
import { roleOf } from '../platform/a11y';
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

/** One of several: radio buttons as wide as a thumb. */
export const OneOf = <V extends string>({ label, options, value, onChange, grid = false }: OneOfProps<V>) => (
  <View className={`choices ${gridClass(grid)}`} aria-label={label} {...roleOf('radiogroup')}>
    {options.map((option) => (
      <Tick
        key={option.value}
        role="radio"
        label={option.label}
        note={option.note}
        off={option.off === true}
        on={option.value === value}
        onTap={() => onChange(option.value)}
      />
    ))}
  </View>
);

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
