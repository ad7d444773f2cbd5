import { type Measured, median, medianOf } from './measure';

// What the rounds gave, and the figures they come to.

export interface Ratio {
  readonly kind: 'ratio';
  /** The median of the rounds' ratios: each round has its own yardstick, measured just before. */
  readonly value: number;
  readonly ours: Measured;
  readonly yardstick: Measured;
  readonly rounds: readonly { readonly ratio: number; readonly ours: Measured; readonly yardstick: Measured }[];
}

export interface Value {
  readonly kind: 'per-second' | 'milliseconds' | 'microseconds';
  readonly value: number;
  readonly rounds: readonly number[];
}

export type Figures = Readonly<Record<string, Ratio | Value>>;

export interface BenchRecord {
  readonly compare: (name: string, ours: Measured, yardstick: Measured) => void;
  readonly note: (name: string, kind: Value['kind'], value: number) => void;
  readonly figures: () => Figures;
}

/** Each ratio is said as it comes: a round takes minutes. */
export function openRecord(say: (line: string) => void): BenchRecord {
  const ratios = new Map<string, Ratio['rounds'][number][]>();
  const values = new Map<string, { readonly kind: Value['kind']; readonly rounds: number[] }>();
  return {
    compare: (name, ours, yardstick) => {
      const rounds = ratios.get(name) ?? [];
      const ratio = ours.perSecond / yardstick.perSecond;
      ratios.set(name, [...rounds, { ratio, ours, yardstick }]);
      say(`  ${name} ${ratio.toFixed(2)}`);
    },
    note: (name, kind, value) => {
      const rounds = values.get(name)?.rounds ?? [];
      values.set(name, { kind, rounds: [...rounds, value] });
    },
    figures: () =>
      Object.fromEntries([
        ...[...ratios].map(([name, rounds]) => [name, ratioOf(rounds)] as const),
        ...[...values].map(([name, { kind, rounds }]) => [name, { kind, value: median(rounds), rounds }] as const),
      ]),
  };
}

const ratioOf = (rounds: Ratio['rounds']): Ratio => ({
  kind: 'ratio',
  value: median(rounds.map(({ ratio }) => ratio)),
  ours: medianOf(rounds.map(({ ours }) => ours)),
  yardstick: medianOf(rounds.map(({ yardstick }) => yardstick)),
  rounds,
});
