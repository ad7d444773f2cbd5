import { slotOf } from './policy-book';
import type { AnyRule, RulePack } from './rules';

// What the JSON schema of the packs cannot say. The schema has been passed when these are asked.

export interface PackProblem {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

const problem = (path: PackProblem['path'], reason: string): PackProblem => ({ path, reason });

/** What contradicts itself inside one pack, each with the exact place. */
export const checkRulePack = (pack: RulePack): readonly PackProblem[] =>
  pack.rules.flatMap((rule, index) =>
    [...datesOf(rule), ...valueOf(rule), ...sameDay(pack, rule)].map(({ path, reason }) => problem(['rules', index, ...path], reason)),
  );

const datesOf = ({ from, to }: AnyRule): readonly PackProblem[] =>
  to !== null && to <= from ? [problem(['to'], 'to 必须晚于 from（to 当天起不再有效）')] : [];

function valueOf(rule: AnyRule): readonly PackProblem[] {
  if (rule.kind !== 'premiumWindow') return [];
  const { opensOn, closesOn } = rule.value;
  if (opensOn === null && closesOn === null) return [problem(['value'], '起止日期至少要知道一个，否则不要写这条规则')];
  return opensOn !== null && closesOn !== null && closesOn < opensOn ? [problem(['value', 'closesOn'], '不能早于 opensOn')] : [];
}

/** Two rules of one kind (and year) that start on one day. */
function sameDay(pack: RulePack, rule: AnyRule): readonly PackProblem[] {
  const first = pack.rules.findIndex((other) => slotOf(other) === slotOf(rule) && other.from === rule.from);
  return pack.rules[first] === rule ? [] : [problem(['from'], `与第 ${first + 1} 条规则同类且同日开始`)];
}

/** What can only be seen with all packs side by side: two files for one region, a parent nobody wrote, a circle of parents. `pack` is the index of the pack meant. */
export function checkRulePacks(packs: readonly RulePack[]): readonly (PackProblem & { readonly pack: number })[] {
  const parents = new Map(packs.map((pack) => [pack.regionCode, pack.parentCode]));
  return packs.flatMap((pack, index) => {
    const at = (key: string, reason: string) => [{ pack: index, ...problem([key], reason) }];
    if (packs.findIndex((other) => other.regionCode === pack.regionCode) !== index)
      return at('regionCode', `${pack.regionCode} 已有规则包`);
    if (pack.parentCode !== null && !parents.has(pack.parentCode)) return at('parentCode', `没有 ${pack.parentCode} 的规则包`);
    return isCircle(pack.regionCode, parents) ? at('parentCode', '上级地区绕成了圈') : [];
  });
}

function isCircle(start: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>();
  for (let code: string | null | undefined = start; typeof code === 'string'; code = parents.get(code)) {
    if (seen.has(code)) return true;
    seen.add(code);
  }
  return false;
}
