import type { PlainDate } from '../dates';
import { canonicalText, digest } from './digest';
import { type AnyRule, type PolicyBook, type RegionPolicy, type RegionRule, RULE_KINDS, type RuleKind, type RulePack } from './rules';

/** One rule of a kind is in force in a region; premium rules are one per year of cover. */
type Slot = string;

const YEARLY: readonly RuleKind[] = ['premiumWindow', 'premiumAmounts'];
/** A page may ask for any date: what is remembered stays bounded. */
const REMEMBERED = 400;

/** Makes the book from packs that passed `checkRulePacks`. A region's own rule wins over its province's, that one over the country's; within one pack the latest `from` wins. */
export function buildPolicyBook(packs: readonly RulePack[]): PolicyBook {
  const byCode = new Map(packs.map((pack) => [pack.regionCode, pack]));
  const remembered = new Map<string, RegionPolicy>();
  return {
    regions: packs.map(({ regionCode, regionName }) => ({ regionCode, regionName })),
    policyFor: (regionCode, on) => {
      const key = `${regionCode} ${on}`;
      const known = remembered.get(key);
      if (known !== undefined) return known;
      const chain = chainOf(byCode, regionCode);
      if (chain === undefined) return undefined;
      if (remembered.size >= REMEMBERED) remembered.clear();
      const policy = policyOf(chain, on);
      remembered.set(key, policy);
      return policy;
    },
  };
}

type Chain = readonly [RulePack, ...RulePack[]];

/** The pack and those above it, nearest first; undefined where no pack is known for the code. */
function chainOf(byCode: ReadonlyMap<string, RulePack>, regionCode: string): Chain | undefined {
  const first = byCode.get(regionCode);
  if (first === undefined) return undefined;
  const chain: [RulePack, ...RulePack[]] = [first];
  for (let next = above(byCode, first); next !== undefined && !chain.includes(next); next = above(byCode, next)) chain.push(next);
  return chain;
}

const above = (byCode: ReadonlyMap<string, RulePack>, pack: RulePack): RulePack | undefined =>
  pack.parentCode === null ? undefined : byCode.get(pack.parentCode);

function policyOf(chain: Chain, on: PlainDate): RegionPolicy {
  const [nearest] = chain;
  const slots = new Map<Slot, RegionRule>();
  for (const pack of chain) for (const [slot, rule] of inForce(pack, on)) if (!slots.has(slot)) slots.set(slot, rule);
  const rules = Array.from(slots.values()).sort(byKind);
  const find = <K extends RuleKind>(kind: K, slot: Slot): RegionRule<K> | undefined => {
    const rule = slots.get(slot);
    return rule?.kind === kind ? (rule as RegionRule<K>) : undefined;
  };
  return {
    regionCode: nearest.regionCode,
    regionName: nearest.regionName,
    provinceName: provinceIn(chain).regionName,
    on,
    version: `${nearest.regionCode}-${digest(canonicalText(rules))}`,
    rule: (kind) => find(kind, kind),
    premiumWindow: (year) => find('premiumWindow', `premiumWindow ${year}`),
    premiumAmounts: (year) => find('premiumAmounts', `premiumAmounts ${year}`),
    rules,
  };
}

/** The pack just below the country; the country itself when that is what was asked for. */
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
