import type { PlainDate } from '../dates';
import { canonicalText, digest } from './digest';
import {
  type AnyRule,
  type Place,
  type PolicyBook,
  type RegionPolicy,
  type RegionRule,
  RULE_KINDS,
  type RuleKind,
  type RulePack,
} from './rules';

/** One rule of a kind is in force in a region; premium rules are one per year of cover. */
type Slot = string;

const YEARLY: readonly RuleKind[] = ['premiumWindow', 'premiumAmounts'];
/** A page may ask for any date: what is remembered stays bounded. */
const REMEMBERED = 1000;

/**
 * Makes the book from packs that passed `checkRulePacks`, for the places listed and the regions of the packs. A region's own rule wins over its
 * province's, that one over the country's; within one pack the latest `from` wins. A place without a pack stands under the nearest one above it.
 */
export function buildPolicyBook(packs: readonly RulePack[], places: readonly Place[] = []): PolicyBook {
  const byCode = new Map(packs.map((pack) => [pack.regionCode, pack]));
  const names = new Map([...places, ...packs].map(({ regionCode, regionName }) => [regionCode, regionName]));
  const remembered = new Map<string, RegionPolicy>();
  return {
    regions: regionsOf(names, byCode),
    policyFor: (regionCode, on) => {
      const key = `${regionCode} ${on}`;
      const known = remembered.get(key);
      if (known !== undefined) return known;
      const regionName = names.get(regionCode);
      const chain = chainOf(byCode, regionCode);
      if (regionName === undefined || chain === undefined) return undefined;
      if (remembered.size >= REMEMBERED) remembered.clear();
      const provinceName = names.get(provinceCode(regionCode)) ?? provinceIn(chain).regionName;
      const policy = policyOf({ regionCode, regionName, provinceName }, chain, on);
      remembered.set(key, policy);
      return policy;
    },
  };
}

const regionsOf = (names: ReadonlyMap<string, string>, byCode: ReadonlyMap<string, RulePack>): PolicyBook['regions'] =>
  Array.from(names, ([regionCode, regionName]) => ({
    regionCode,
    regionName,
    hasOwnRules: (byCode.get(regionCode)?.rules.length ?? 0) > 0,
  })).sort((a, b) => (a.regionCode < b.regionCode ? -1 : 1));

/** GB/T 2260: two digits for the province, two for the prefecture, two for the county. */
const prefectureCode = (regionCode: string): string => `${regionCode.slice(0, 4)}00`;
const provinceCode = (regionCode: string): string => `${regionCode.slice(0, 2)}0000`;
const COUNTRY_CODE = '000000';

type Chain = readonly [RulePack, ...RulePack[]];

/** The nearest pack and those above it; undefined where there is none. */
function chainOf(byCode: ReadonlyMap<string, RulePack>, regionCode: string): Chain | undefined {
  const codes = [regionCode, prefectureCode(regionCode), provinceCode(regionCode), COUNTRY_CODE];
  const [first] = codes.map((code) => byCode.get(code)).filter((pack): pack is RulePack => pack !== undefined);
  if (first === undefined) return undefined;
  const chain: [RulePack, ...RulePack[]] = [first];
  for (let next = above(byCode, first); next !== undefined && !chain.includes(next); next = above(byCode, next)) chain.push(next);
  return chain;
}

const above = (byCode: ReadonlyMap<string, RulePack>, pack: RulePack): RulePack | undefined =>
  pack.parentCode === null ? undefined : byCode.get(pack.parentCode);

interface Named extends Place {
  readonly provinceName: string;
}

function policyOf(region: Named, chain: Chain, on: PlainDate): RegionPolicy {
  const slots = new Map<Slot, RegionRule>();
  for (const pack of chain) for (const [slot, rule] of inForce(pack, on)) if (!slots.has(slot)) slots.set(slot, rule);
  const rules = Array.from(slots.values()).sort(byKind);
  const find = <K extends RuleKind>(kind: K, slot: Slot): RegionRule<K> | undefined => {
    const rule = slots.get(slot);
    return rule?.kind === kind ? (rule as RegionRule<K>) : undefined;
  };
  return {
    ...region,
    on,
    version: `${region.regionCode}-${digest(canonicalText(rules))}`,
    rule: (kind) => find(kind, kind),
    premiumWindow: (year) => find('premiumWindow', `premiumWindow ${year}`),
    premiumAmounts: (year) => find('premiumAmounts', `premiumAmounts ${year}`),
    rules,
    unknown: RULE_KINDS.filter((kind) => rules.every((rule) => rule.kind !== kind)),
  };
}

/** Where no place is listed for the province: the pack just below the country, or the country itself when that is what was asked for. */
const provinceIn = (chain: Chain): RulePack => chain[Math.max(0, chain.length - 2)] ?? chain[0];

function inForce(pack: RulePack, on: PlainDate): ReadonlyMap<Slot, RegionRule> {
  const slots = new Map<Slot, RegionRule>();
  for (const rule of pack.rules) {
    const slot = slotOf(rule);
    const earlier = slots.get(slot);
    if (rule.from > on || (rule.to !== null && rule.to <= on) || (earlier !== undefined && earlier.from >= rule.from)) continue;
    slots.set(slot, { ...rule, regionCode: pack.regionCode, regionName: pack.regionName });
  }
  return slots;
}

/** Two rules in one slot with one `from` contradict each other; the check of packs refuses that. */
export function slotOf(rule: AnyRule): Slot {
  return rule.kind === 'premiumWindow' || rule.kind === 'premiumAmounts' ? `${rule.kind} ${rule.value.year}` : rule.kind;
}

const byKind = (a: RegionRule, b: RegionRule): number =>
  RULE_KINDS.indexOf(a.kind) - RULE_KINDS.indexOf(b.kind) || (YEARLY.includes(a.kind) ? (yearIn(a) < yearIn(b) ? -1 : 1) : 0);

const yearIn = (rule: RegionRule): number => (typeof rule.value === 'object' && 'year' in rule.value ? rule.value.year : 0);
