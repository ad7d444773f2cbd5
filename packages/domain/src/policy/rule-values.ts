import { FUND_USES } from '../binding/grant';
import { RELATIONS } from '../binding/relation';
import { parseDate } from '../dates';
import { MAX_FEN } from '../money';
import { PERSON_GROUPS } from '../person/person';
import {
  type Check,
  eachOf,
  exactKeys,
  isRecord,
  oneOf,
  problem,
  type RawRecord,
  someOf,
  textOf,
  wholeBetween,
  within,
  yesNo,
} from './check-values';
import { CLEARING_WAYS, POTS, type RuleKind } from './rules';

/** The check of one kind's value. Money is in 分. */
export const checkRuleValue = (kind: RuleKind): Check => CHECKS[kind];

const record =
  (keys: Readonly<Record<string, Check>>, optional: readonly string[] = []): Check =>
  (value) => {
    if (!isRecord(value)) return [problem([], `必须是一个对象，含 ${Object.keys(keys).join('、')}`)];
    const required = Object.keys(keys).filter((key) => !optional.includes(key));
    return [...exactKeys(value, required, optional), ...Object.entries(keys).flatMap(([key, check]) => within(key, check)(value))];
  };

const count = wholeBetween(1, 1000);
const amount = wholeBetween(0, MAX_FEN);
const year = wholeBetween(2020, 2100);

const dateOrNull: Check = (value) =>
  value === null || (typeof value === 'string' && parseDate(value) !== undefined) ? [] : [problem([], '要写成 YYYY-MM-DD 或 null')];

const shareable: Check = (value) => {
  if (isRecord(value) && value['kind'] === 'above-floor')
    return record({ kind: oneOf(['above-floor']), floorFen: wholeBetween(1, MAX_FEN) })(value);
  return record({ kind: oneOf(['all', 'above-floor', 'carried-over-only']) })(value);
};

const inOrder = (value: RawRecord): boolean =>
  typeof value['opensOn'] !== 'string' || typeof value['closesOn'] !== 'string' || value['opensOn'] <= value['closesOn'];

const premiumWindow: Check = (value) => {
  const problems = record({ year, opensOn: dateOrNull, closesOn: dateOrNull })(value);
  if (problems.length > 0 || !isRecord(value)) return problems;
  if (value['opensOn'] === null && value['closesOn'] === null) return [problem([], '起止日期至少要知道一个，否则不要写这条规则')];
  return inOrder(value) ? [] : [problem(['closesOn'], '不能早于 opensOn')];
};

const categories: Check = (value) => {
  const problems = eachOf(record({ code: textOf(40), text: textOf(60), amountFen: amount }))(value);
  return problems.length === 0 && Array.isArray(value) && value.length === 0 ? [problem([], '不能是空列表')] : problems;
};

/** potOrder names every pot once: a pot left out could never be spent. */
const potOrder: Check = (value) => {
  const problems = someOf(POTS)(value);
  return problems.length === 0 && Array.isArray(value) && value.length !== POTS.length
    ? [problem([], `要把 ${POTS.join('、')} 都排进去`)]
    : problems;
};

const CHECKS: Readonly<Record<RuleKind, Check>> = {
  relations: someOf(RELATIONS),
  maxRelatives: count,
  relationCaps: record(Object.fromEntries(RELATIONS.map((relation) => [relation, count])), RELATIONS),
  maxSponsorsPerUser: count,
  rolesExclusive: yesNo,
  maxShown: count,
  maxShowers: count,
  maxBindingsPerMonth: count,
  showCodeConsentFromAge: wholeBetween(1, 120),
  shareFundsConsent: oneOf(['sponsor-only', 'relative-accepts']),
  whoMayEnd: oneOf(['either', 'sponsor']),
  shareScope: oneOf(['province']),
  shareable,
  sharedLimit: oneOf(['none', 'required']),
  uses: someOf(FUND_USES),
  deductionOrder: oneOf(['as-bound', 'set-by-user', 'single-sponsor']),
  potOrder,
  codeTtlSeconds: wholeBetween(5, 600),
  premiumWindow,
  premiumAmounts: record({ year, categories }),
  premiumClearing: record({ way: oneOf(CLEARING_WAYS) }),
  premiumExcludedGroups: someOf(PERSON_GROUPS),
  premiumOnlyInWindow: yesNo,
  waitingPeriod: record({
    fixedMonths: wholeBetween(0, 12),
    monthsPerFurtherLapsedYear: wholeBetween(0, 12),
    exemptGroups: someOf(PERSON_GROUPS),
  }),
};
