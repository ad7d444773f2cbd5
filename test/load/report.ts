import { cpus, loadavg, totalmem } from 'node:os';
import type { Measured } from './measure';
import type { Plan } from './options';
import type { Figures, Ratio, Value } from './record';

// What a run tells: lines for people, an object for the file.

export interface Machine {
  readonly node: string;
  readonly postgres: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  /** Of the minute before the start: on a busy machine only the ratios say anything. */
  readonly loadAverage: number;
}

export function describeMachine(postgres: string, loadAverage: number): Machine {
  const found = cpus();
  return {
    node: process.version,
    postgres,
    cpu: found[0]?.model ?? 'unknown',
    cores: found.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    loadAverage: rounded(loadAverage),
  };
}

export const loadNow = (): number => loadavg()[0] ?? Number.NaN;

/** What `bench/result.json` holds. */
export interface Result {
  readonly startedAt: string;
  readonly seconds: number;
  readonly machine: Machine;
  readonly plan: Plan;
  readonly figures: Figures;
}

export const resultText = (result: Result): string =>
  `${JSON.stringify(result, (_key, value: unknown) => (typeof value === 'number' ? rounded(value) : value), 2)}\n`;

/** Four digits are more than a measurement is good for. */
const rounded = (value: number): number => (Number.isFinite(value) ? Number(value.toPrecision(4)) : value);

export function reportLines({ machine, figures, seconds, plan }: Result): readonly string[] {
  const { node, postgres, cpu, cores, memoryGb, loadAverage } = machine;
  return [
    `Node ${node}, PostgreSQL ${postgres}, ${cores} × ${cpu}, ${memoryGb} GB, load ${loadAverage} at the start, seed ${plan.seed}, ${Math.round(seconds)} s`,
    '',
    ...Object.entries(figures).map(([name, figure]) => (figure.kind === 'ratio' ? ratioLine(name, figure) : valueLine(name, figure))),
  ];
}

const NAME_WIDTH = 34;
const VALUE_WIDTH = 12;

const ratioLine = (name: string, { value, ours, yardstick }: Ratio): string =>
  `${name.padEnd(NAME_WIDTH)}${value.toFixed(2).padEnd(VALUE_WIDTH)}${measuredText(ours)}  ÷  ${measuredText(yardstick)}`;

const valueLine = (name: string, { kind, value }: Value): string => `${name.padEnd(NAME_WIDTH)}${UNITS[kind](value)}`;

const UNITS: Readonly<Record<Value['kind'], (value: number) => string>> = {
  'per-second': (value) => `${Math.round(value)}/s`,
  milliseconds: (value) => `${value.toFixed(2)} ms`,
  microseconds: (value) => `${Math.round(value)} µs`,
};

const measuredText = ({ perSecond, p50Ms, p99Ms }: Measured): string =>
  `${Math.round(perSecond)}/s, p50 ${p50Ms.toFixed(1)} p99 ${p99Ms.toFixed(1)} ms`;
