import { parseDate } from '../dates';
import { type Check, eachOf, exactKeys, isRecord, type PackProblem, problem, textOf, within } from './check-values';
import { checkRuleValue } from './rule-values';
import { type AnyRule, CONFIDENCES, RULE_KINDS, type RuleKind, type RulePack } from './rules';
import { slotOf } from './policy-book';

export type { PackProblem } from './check-values';

/** Everything that is wrong with a pack as it was read from its file, each with the exact place. None: it is a `RulePack`. */
export function checkRulePack(raw: unknown): readonly PackProblem[] {
  if (!isRecord(raw)) return [problem([], '规则包必须是一个对象')];
  const problems = [
    ...exactKeys(raw, ['regionCode', 'regionName', 'parentCode', 'rules']),
    ...within('regionCode', regionCode)(raw),
    ...within('regionName', textOf(30))(raw),
    ...within('parentCode', (value) => (value === null ? [] : regionCode(value)))(raw),
    ...within('rules', eachOf(checkRule))(raw),
  ];
  return problems.length > 0 ? problems : contradictions(raw as unknown as RulePack);
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

const regionCode: Check = (value) =>
  typeof value === 'string' && /^\d{6}$/.test(value) ? [] : [problem([], '地区代码是 6 位数字的文本（要加引号）')];

const date: Check = (value) =>
  typeof value === 'string' && parseDate(value) !== undefined ? [] : [problem([], '日期要写成真实存在的 YYYY-MM-DD')];

/** As exact as the source: `2024-12-11`, `2024-10`, `2024`, or empty. */
const sourceDate: Check = (value) =>
  typeof value === 'string' && (value === '' || parseDate(`${value}-01-01`.slice(0, 10)) !== undefined)
    ? []
    : [problem([], '来源日期写成 YYYY、YYYY-MM、YYYY-MM-DD 或空文本（要加引号）')];

const address: Check = (value) =>
  typeof value === 'string' && /^https?:\/\/\S+$/.test(value) ? [] : [problem([], '来源地址必须是 http(s) 网址')];

const source: Check = (value) =>
  isRecord(value)
    ? [
        ...exactKeys(value, ['title', 'address', 'date']),
        ...within('title', textOf(120))(value),
        ...within('address', address)(value),
        ...within('date', sourceDate)(value),
      ]
    : [problem([], '来源要写 title、address、date')];

const isKind = (value: unknown): value is RuleKind => (RULE_KINDS as readonly unknown[]).includes(value);
const kind: Check = (value) => (isKind(value) ? [] : [problem([], `不认识的规则种类，可用：${RULE_KINDS.join('、')}`)]);

const confidence: Check = (value) =>
  (CONFIDENCES as readonly unknown[]).includes(value) ? [] : [problem([], `可信度只能是 ${CONFIDENCES.join('、')}`)];

const checkRule: Check = (raw) => {
  if (!isRecord(raw)) return [problem([], '规则必须是一个对象')];
  return [
    ...exactKeys(raw, ['kind', 'value', 'from', 'to', 'source', 'confidence'], ['note']),
    ...within('kind', kind)(raw),
    ...(isKind(raw['kind']) ? within('value', checkRuleValue(raw['kind']))(raw) : []),
    ...within('from', date)(raw),
    ...within('to', (value) => (value === null ? [] : date(value)))(raw),
    ...within('source', source)(raw),
    ...within('confidence', confidence)(raw),
    ...(raw['note'] === undefined ? [] : within('note', textOf(500))(raw)),
    ...datesInOrder(raw),
    ...(raw['confidence'] === 'ASSUMED' && raw['note'] === undefined ? [problem(['note'], '假定的规则必须说明假定了什么、为什么')] : []),
  ];
};

const datesInOrder = (raw: Readonly<Record<string, unknown>>): readonly PackProblem[] =>
  typeof raw['from'] === 'string' && typeof raw['to'] === 'string' && raw['to'] <= raw['from']
    ? [problem(['to'], 'to 必须晚于 from（to 当天起不再有效）')]
    : [];

/** Two rules of one kind (and year) that start on one day. */
const contradictions = (pack: RulePack): readonly PackProblem[] =>
  pack.rules.flatMap((rule: AnyRule, index) => {
    const first = pack.rules.findIndex((other) => slotOf(other) === slotOf(rule) && other.from === rule.from);
    return first === index ? [] : [problem(['rules', index, 'from'], `与第 ${first + 1} 条规则同类且同日开始`)];
  });
