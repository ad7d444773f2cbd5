import { applyPremium, type CoreDeps, one, quotePremium, type QuoteView } from '@gongji/core';
import { type AnyRule, fen } from '@gongji/domain';
import { ruleOf } from '../support/domain-builders';
import { type CoreLab, enrol, enrolParent, ENGINES, newKey, openLab, type Person } from '../support/core-lab';
import { bind } from '../support/core-steps';
import { HERE, withRules } from '../support/own-region';

jest.setTimeout(60_000);

/** Two minutes before and after midnight in Shanghai, on a Monday. */
const BEFORE = new Date('2026-11-23T15:58:00Z');
const AFTER = new Date('2026-11-23T16:02:00Z');

const RULES = [ruleOf('shareFundsConsent', 'sponsor-only'), ruleOf('premiumClearing', { way: 'month-end-working-days' })];
/** From Tuesday on a premium is paid only from an account with a million yuan. */
const FROM_TUESDAY = ruleOf('premiumBalanceOverFen', fen(100_000_000), { from: '2026-11-24' });

describe.each(ENGINES)('a quote on %s', (engine) => {
  let lab: CoreLab;
  beforeAll(async () => {
    lab = await openLab(engine);
  }, 90_000);
  beforeEach(() => lab.setClock(BEFORE));
  afterAll(() => lab.close());

  async function family(): Promise<readonly [Person, Person]> {
    const [son, mother] = [await enrol(lab, { regionCode: HERE }), await enrolParent(lab, { regionCode: HERE })];
    await bind(under(RULES), son, mother, { showCode: null });
    return [son, mother];
  }
  const under = (rules: readonly AnyRule[]): CoreLab => withRules(lab, rules);
  const quote = ({ deps }: { deps: CoreDeps }, [son, mother]: readonly [Person, Person]): Promise<QuoteView> =>
    one(quotePremium)(deps, { key: newKey(), actorId: son.personId, personId: mother.personId, year: 2027 });
  const apply = ({ deps }: { deps: CoreDeps }, son: Person, { quoteId }: QuoteView) =>
    one(applyPremium)(deps, { key: newKey(), actorId: son.personId, quoteId });

  it('is applied by the rules of its own day when they change at midnight; a new one is made by the new rules', async () => {
    const changing = under([...RULES, FROM_TUESDAY]);
    const people = await family();
    const quoted = await quote(changing, people);
    lab.setClock(AFTER);
    await expect(quote(changing, people)).rejects.toMatchObject({ code: 'PREMIUM_BALANCE_TOO_LOW' });
    expect(await apply(changing, people[0], quoted)).toMatchObject({ state: 'applied', amountFen: quoted.levy.amountFen });
  });

  it('names the rules that it was made by', async () => {
    const changing = under([...RULES, FROM_TUESDAY]);
    const people = await family();
    const first = await quote(changing, people);
    expect((await quote(changing, people)).policyVersion).toBe(first.policyVersion);
    expect((await quote(under([...RULES, ruleOf('maxRelatives', 9)]), people)).policyVersion).not.toBe(first.policyVersion);
  });

  it('is not applied when the packs themselves were replaced since, and nothing is held', async () => {
    const people = await family();
    const quoted = await quote(under(RULES), people);
    const replaced = under([...RULES, ruleOf('maxRelatives', 9)]);
    await expect(apply(replaced, people[0], quoted)).rejects.toMatchObject({ code: 'PREMIUM_QUOTE_CHANGED' });
    const { rows } = await lab.pool.query('select sum(frozen)::bigint as frozen from accounts where holder_id = $1', [people[0].personId]);
    expect(rows).toEqual([{ frozen: 0 }]);
    expect(await apply(under(RULES), people[0], quoted)).toMatchObject({ state: 'applied' });
  });
});
