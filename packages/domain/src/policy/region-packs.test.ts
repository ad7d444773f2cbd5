import { TODAY } from '../../../../test/support/domain-builders';
import { readPlaces, readRulePackFiles, shippedPolicyBook } from '../../../../test/support/rule-pack-files';
import { addDays } from '../dates';
import { isInsuredPlace } from '../person/person';
import { skipNextStep } from '../settlement/skip-reason';
import { checkRulePack, checkRulePacks } from './check-rule-pack';
import { slotOf } from './policy-book';
import { ruleText } from './rule-text';
import { type AnyRule, CONFIDENCES, type RegionPolicy, RULE_KINDS, type RuleKind, type RulePack } from './rules';

// Every pack of this repository, every kind, every first and last day. What the packs say is in region-facts.test.ts.

const files = readRulePackFiles();
const packs = files.map(({ raw }) => raw as RulePack);
const places = readPlaces();
const book = shippedPolicyBook();
const policy = (regionCode: string, on = TODAY): RegionPolicy => {
  const found = book.policyFor(regionCode, on);
  if (found === undefined) throw new Error(`no rules for ${regionCode}`);
  return found;
};
const every = packs.flatMap((pack) =>
  pack.rules.map((rule, index) => [`${pack.regionName} ${rule.kind} ${index}`, rule, pack.regionCode] as const),
);

/** What a note has to say: what is assumed, how weak the page is, or that it has no date and so cannot date the rule. */
function noteOf({ confidence, source }: AnyRule): RegExp {
  if (confidence === 'ASSUMED') return /假定|沿用/;
  if (confidence === 'V-C') return /权威性低/;
  return source.date === '' ? /没有(写)?日期/ : /^/;
}

describe('the rule packs of this repository', () => {
  it.each(files.map(({ file, raw }) => [file, raw as RulePack] as const))(
    '%s contradicts nothing and is named after its region',
    (file, pack) => {
      expect(checkRulePack(pack)).toEqual([]);
      expect(file).toBe(`${pack.regionCode}.yaml`);
      expect(places.find(({ regionCode }) => regionCode === pack.regionCode)?.regionName ?? pack.regionName).toBe(pack.regionName);
    },
  );

  it('stand on each other, each on the nearest above it', () => {
    expect(checkRulePacks(packs)).toEqual([]);
    const codes = packs.map(({ regionCode }) => regionCode);
    const parents = packs.map(({ regionCode }) => {
      const above = [`${regionCode.slice(0, 4)}00`, `${regionCode.slice(0, 2)}0000`, '000000'];
      return above.find((code) => code !== regionCode && codes.includes(code)) ?? null;
    });
    expect(packs.map(({ parentCode }) => parentCode)).toEqual(parents);
  });

  it.each(every)('%s has a sentence of its own', (_name, rule) => {
    expect(ruleText(rule)).toMatch(/^[^{}]{6,}。$/);
    expect(ruleText(rule)).not.toMatch(/undefined|NaN|null|\[object/);
  });

  it.each(every)('%s says where it comes from and how far it is trusted', (_name, rule) => {
    expect(rule.source.title.length).toBeGreaterThan(4);
    expect(rule.source.address).toMatch(/^https?:\/\//);
    expect(CONFIDENCES).toContain(rule.confidence);
    expect(rule.note ?? '').toMatch(noteOf(rule));
  });

  it('assume what limits relatives’ money at the counter: the words for it say 暂定', () => {
    const limits = every.filter(([, { kind }]) => kind === 'counterLimits');
    expect(limits.map(([, { confidence }]) => confidence)).toEqual(['ASSUMED']);
    for (const reason of ['institution-not-allowed', 'settled-too-often', 'day-limit-used'] as const)
      expect(skipNextStep(reason, true)).toContain('暂定');
  });

  it('carry every amount and window of 2027 as assumed: nobody has published them', () => {
    const of2027 = every.filter(
      ([, rule]) => (rule.kind === 'premiumAmounts' || rule.kind === 'premiumWindow') && rule.value.year === 2027,
    );
    expect(of2027.length).toBeGreaterThanOrEqual(12);
    expect(of2027.filter(([, rule]) => rule.confidence !== 'ASSUMED')).toEqual([]);
  });
});

/** The rule of the same slot that a region has on a date. */
const inSlot = (regionCode: string, rule: AnyRule, on: RegionPolicy['on']) =>
  policy(regionCode, on).rules.find((other) => slotOf(other as AnyRule) === slotOf(rule));

describe('in time', () => {
  it.each(every)('%s begins on its first day and not the day before', (_name, rule, regionCode) => {
    expect(inSlot(regionCode, rule, rule.from)).toMatchObject({ regionCode, from: rule.from });
    expect(inSlot(regionCode, rule, addDays(rule.from, -1))?.from).not.toBe(rule.from);
  });

  it.each(every.filter(([, rule]) => rule.to !== null))('%s ends the day before its `to`', (_name, rule, regionCode) => {
    const to = rule.to ?? TODAY;
    expect(inSlot(regionCode, rule, addDays(to, -1))).toMatchObject({ regionCode, from: rule.from, value: rule.value });
    expect(inSlot(regionCode, rule, to)).toMatchObject({ regionCode: '000000', from: to });
  });
});

describe('every place of the country', () => {
  const listed = [...places, ...packs].map(({ regionCode, regionName }) => [regionCode, regionName] as const);

  it('is there: the provinces, the prefectures, and what stands directly under a province', () => {
    expect(places.filter(({ regionCode }) => regionCode.endsWith('0000'))).toHaveLength(31);
    expect(places.filter(({ regionCode }) => /[1-9]\d00$|\d[1-9]00$/.test(regionCode))).toHaveLength(333);
    expect(places.filter(({ regionCode }) => !regionCode.endsWith('00')).map(({ regionCode }) => regionCode.slice(0, 4))).toEqual([
      '4190',
      ...Array(4).fill('4290'),
      ...Array(15).fill('4690'),
      ...Array(12).fill('6590'),
    ] as string[]);
    expect(book.regions.map(({ regionCode }) => regionCode)).toEqual([...new Set(listed.map(([code]) => code))].sort());
  });

  it.each(listed)('%s %s has rules in its own name', (regionCode, regionName) => {
    const found = policy(regionCode);
    expect([found.regionCode, found.regionName]).toEqual([regionCode, regionName]);
    const province = `${regionCode.slice(0, 2)}0000`;
    expect(found.provinceName).toBe(listed.find(([code]) => code === province)?.[1]);
    const country: readonly RuleKind[] = ['relations', 'shareScope', 'uses', 'shareable', 'potOrder', 'codeTtlSeconds', 'waitingPeriod'];
    expect(country.filter((kind) => found.rule(kind) === undefined)).toEqual([]);
    expect(RULE_KINDS.filter((kind) => found.rules.every((rule) => rule.kind !== kind))).toEqual(found.unknown);
  });

  it.each(RULE_KINDS.filter((kind) => kind !== 'premiumWindow' && kind !== 'premiumAmounts'))(
    '%s comes from the nearest pack that says something of it',
    (kind) => {
      for (const [regionCode] of listed) {
        const chain = [regionCode, `${regionCode.slice(0, 4)}00`, `${regionCode.slice(0, 2)}0000`, '000000'];
        const said = (code: string) =>
          packs.find((pack) => pack.regionCode === code)?.rules.find((rule) => rule.kind === kind && rule.to === null);
        const nearest = chain.find((code) => said(code) !== undefined);
        expect([regionCode, policy(regionCode).rule(kind)?.regionCode]).toEqual([regionCode, nearest]);
      }
    },
  );

  it('that people are insured in is every one but a province and the country', () => {
    expect(listed.filter(([code]) => !isInsuredPlace(code)).every(([code]) => code.endsWith('0000'))).toBe(true);
    expect(new Set(listed.filter(([code]) => !isInsuredPlace(code)).map(([code]) => code)).size).toBe(28);
  });
});
