// Small checks that say where and why. Each takes a value nobody has looked at yet; no problem means it is what it should be.

export interface PackProblem {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

export type Check = (value: unknown) => readonly PackProblem[];
export type RawRecord = Readonly<Record<string, unknown>>;

export const problem = (path: readonly (string | number)[], reason: string): PackProblem => ({ path, reason });

const isPlain = (value: object): boolean => !Array.isArray(value);
export const isRecord = (value: unknown): value is RawRecord => typeof value === 'object' && value !== null && isPlain(value);

const inside = (key: string | number, problems: readonly PackProblem[]): readonly PackProblem[] =>
  problems.map(({ path, reason }) => problem([key, ...path], reason));

/** Checks one key of an object. A missing key is told by `exactKeys`, not here again. */
export const within =
  (key: string, check: Check) =>
  (record: RawRecord): readonly PackProblem[] =>
    record[key] === undefined ? [] : inside(key, check(record[key]));

/** Every required key is there, and nothing that nobody would read. */
export function exactKeys(record: RawRecord, required: readonly string[], optional: readonly string[] = []): readonly PackProblem[] {
  const missing = required.filter((key) => record[key] === undefined).map((key) => problem([key], '缺少这一项'));
  const unknown = Object.keys(record).filter((key) => !required.includes(key) && !optional.includes(key));
  return [...missing, ...unknown.map((key) => problem([key], '不认识的项'))];
}

export const eachOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) ? value.flatMap((item, index) => inside(index, check(item))) : [problem([], '必须是一个列表')];

export const textOf =
  (most: number): Check =>
  (value) =>
    typeof value === 'string' && value.trim() !== '' && value.length <= most ? [] : [problem([], `必须是 1 到 ${most} 字的文本`)];

export const wholeBetween =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? []
      : [problem([], `必须是 ${least} 到 ${most} 的整数`)];

export const oneOf =
  (allowed: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && allowed.includes(value) ? [] : [problem([], `只能是 ${allowed.join('、')}`)];

export const yesNo: Check = (value) => (typeof value === 'boolean' ? [] : [problem([], '只能是 true 或 false')]);

/** A list without repetition; an empty list says the same as no rule, only less clearly. */
export const someOf =
  (allowed: readonly string[]): Check =>
  (value) => {
    const problems = eachOf(oneOf(allowed))(value);
    if (problems.length > 0 || !Array.isArray(value)) return problems;
    if (value.length === 0) return [problem([], '不能是空列表')];
    const twice = value.findIndex((item, index) => value.indexOf(item) !== index);
    return twice === -1 ? [] : [problem([twice], '重复')];
  };
