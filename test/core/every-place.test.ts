import {
  acceptBinding,
  checkBinding,
  explainBinding,
  one,
  previewDeduction,
  previewUnbind,
  proposeBinding,
  quotePremium,
  showCode,
  unbind,
} from '@gongji/core';
import { AppError, fen, type FundUse, isInsuredPlace, plainDate, type RegionPolicy, shanghaiDate, whatToAsk } from '@gongji/domain';
import { type CoreLab, enrol, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { bindingOf, TERMS } from '../support/core-steps';
import { ofPerson } from '../support/many';
import { shippedPolicyBook } from '../support/rule-pack-files';

// A parent bound in each place that has rules of its own, and in one city of every province: what people are told is what then happens.

jest.setTimeout(60_000);

const book = shippedPolicyBook();
const byProvince = new Map<string, string>();
for (const { regionCode } of book.regions)
  if (isInsuredPlace(regionCode)) byProvince.set(regionCode.slice(0, 2), byProvince.get(regionCode.slice(0, 2)) ?? regionCode);
const withOwnRules = book.regions.filter((place) => place.hasOwnRules && isInsuredPlace(place.regionCode)).map((place) => place.regionCode);
const PLACES = [...new Set([...withOwnRules, ...byProvince.values()])].sort().map((code) => {
  const policy = book.policyFor(code, shanghaiDate(MONDAY));
  if (policy === undefined) throw new Error(`${code} is in the list of places and has no rules`);
  return [`${policy.provinceName} ${policy.regionName}`, policy] as const;
});

let lab: CoreLab;
beforeAll(async () => {
  lab = await openLab('pglite');
}, 90_000);
afterAll(() => lab.close());

/** The form filled in as far as the region asks for it. */
const filledIn = (policy: RegionPolicy) => {
  const { uses, requiredLimits, endDateRequired, placeRequired } = whatToAsk(policy);
  const kind = policy.rule('shareable')?.value.kind;
  return {
    shareFunds: {
      ...TERMS,
      uses,
      capPerPaymentFen: requiredLimits.includes('per-payment') ? fen(100_000) : null,
      capPerMonthFen: requiredLimits.includes('per-month') ? fen(200_000) : null,
      endsOn: endDateRequired ? plainDate('2027-12-31') : null,
      place: placeRequired ? 1 : null,
    },
    sharedLimitFen: requiredLimits.includes('shared') || kind === 'quota' || kind === 'pool' ? fen(100_000) : null,
  };
};

/** undefined: it went through. */
const refusalOf = async (work: Promise<unknown>): Promise<string | undefined> => {
  try {
    await work;
    return undefined;
  } catch (refusal) {
    if (refusal instanceof AppError) return refusal.code;
    throw refusal;
  }
};

interface Pair {
  readonly sponsor: Person;
  readonly parent: Person;
}

/** Does a fen of this use go to the sponsor's account? A premium is asked for as a whole. */
async function isPaid({ sponsor, parent }: Pair, use: FundUse): Promise<boolean> {
  const { personId: actorId } = sponsor;
  const { personId } = parent;
  if (use === 'premium')
    return (await refusalOf(one(quotePremium)(lab.deps, { key: newKey(), actorId, personId, year: 2027 }))) === undefined;
  return (await previewDeduction(lab.deps, { actorId, personId, amountFen: fen(1), use })).coveredFen === 1;
}

describe('a parent bound in', () => {
  it('as many places as the facts know', () => {
    expect(withOwnRules.length).toBeGreaterThan(15);
    expect(byProvince.size).toBe(31);
  });

  it.each(PLACES)('%s is told before, after and at the end what then happens', async (_, policy) => {
    const { regionCode } = policy;
    const pair = {
      sponsor: await enrol(lab, { regionCode, currentYearFen: 500_000, carriedOverFen: 500_000 }),
      parent: await enrol(lab, { regionCode, scheme: 'resident', birthDate: '1958-05-06' }),
    };
    const wish = bindingOf(pair.sponsor, pair.parent, filledIn(policy));
    const told = await checkBinding(lab.deps, wish);
    const refusal = await refusalOf(one(proposeBinding)(lab.deps, wish));
    const noes = told.explanations.flatMap(({ checks }) => checks.filter(({ result }) => result === 'no').map(({ code }) => code));
    expect([noes, refusal]).toEqual([[], undefined]);

    const { bindingId, awaitsRelative } = await bindingBetween(pair);
    if (awaitsRelative) await one(acceptBinding)(lab.deps, { ...ofPerson(pair.parent, bindingId), faceChecked: true });
    const { explanations } = await explainBinding(lab.deps, { personId: pair.sponsor.personId, bindingId });
    for (const { about, usable, checks } of explanations) {
      const asked = { key: newKey(), actorId: pair.sponsor.personId, personId: pair.parent.personId, deviceId: 'device-every-place' };
      const works =
        about === 'show-code' ? (await refusalOf(one(showCode)(lab.deps, asked))) === undefined : await isPaid(pair, about as FundUse);
      expect([about, usable]).toEqual([about, works]);
      for (const { rule } of checks) expect(rule?.sourceAddress ?? 'http').toMatch(/^http/);
    }

    const actorId = pair.parent.personId;
    const preview = await previewUnbind(lab.deps, { personId: actorId, bindingId });
    const ended = await refusalOf(one(unbind)(lab.deps, { key: newKey(), actorId, bindingId }));
    expect(ended ?? null).toBe(preview.refusedCode);
    const ofSponsor = policy.rule('whoMayEnd')?.value === 'sponsor';
    expect(ended === 'BINDING_END_NOT_ALLOWED').toBe(ofSponsor);
  });
});

async function bindingBetween({ sponsor }: Pair): Promise<{ bindingId: string; awaitsRelative: boolean }> {
  const { rows } = await lab.pool.query<{ id: string; waiting: boolean }>(
    `select b.id, exists (select 1 from grants g where g.binding_id = b.id and g.state = 'proposed') waiting from bindings b where b.holder_id = $1`,
    [sponsor.personId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('nothing was bound');
  return { bindingId: row.id, awaitsRelative: row.waiting };
}
