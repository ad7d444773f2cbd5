import { isDeepStrictEqual } from 'node:util';
import {
  acceptBinding,
  applyPremium,
  type BindingView,
  closeGrant,
  type Command,
  declineBinding,
  one,
  pauseGrant,
  previewUnbind,
  proposeBinding,
  quotePremium,
  readBinding,
  resumeGrant,
  unbind,
  voidPremium,
  withdrawInvitation,
} from '@gongji/core';
import { type AnyRule, GRANT_KINDS, type GrantKind } from '@gongji/domain';
import { ruleOf } from '../support/domain-builders';
import { type CoreLab, ENGINES, enrol, enrolParent, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { bind, bindingOf, tokenFor } from '../support/core-steps';
import { HERE, withRules } from '../support/own-region';

jest.setTimeout(600_000);

const CASES = 160;
const DAY = 86_400_000;

/** The same states again whenever the test runs. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const pick = <T>(choose: (below: number) => number, list: readonly T[]): T => list[choose(list.length)] as T;

const CLEARING = ruleOf('premiumClearing', { way: 'month-end-working-days' });
const REGIONS: readonly (readonly AnyRule[])[] = [
  [ruleOf('shareFundsConsent', 'sponsor-only'), CLEARING],
  [ruleOf('shareFundsConsent', 'relative-accepts'), CLEARING],
  [ruleOf('shareFundsConsent', 'sponsor-only'), ruleOf('whoMayEnd', 'sponsor'), CLEARING],
  [ruleOf('shareFundsConsent', 'relative-accepts'), ruleOf('minMonthsBeforeEnd', 1), CLEARING],
];

describe.each(ENGINES)('what is foreseen of an end on %s', (engine) => {
  let shipped: CoreLab;
  beforeAll(async () => {
    shipped = await openLab(engine);
  }, 90_000);
  beforeEach(() => shipped.setClock(MONDAY));
  afterAll(() => shipped.close());

  const stateOf = (view: BindingView, kind: GrantKind): string => view.grants.find((grant) => grant.kind === kind)?.state ?? 'none';
  const live = (state: string): boolean => state !== 'none' && state !== 'ended';

  const mayClose = (view: BindingView, kind: GrantKind): boolean =>
    view.grants.find((grant) => grant.kind === kind)?.may.includes('close') ?? false;

  const STOPS = { 'show-code': /不能再出示/, 'share-funds': /个人账户不再支付/ } as const;
  const STAYS = { 'show-code': /仍可以出示/, 'share-funds': /仍可以付/ } as const;

  /** The switches of which the preview did not say what became of them. */
  const untold = (said: string, before: BindingView, after: BindingView): readonly GrantKind[] =>
    GRANT_KINDS.filter((kind) => {
      const [was, is] = [live(stateOf(before, kind)), live(stateOf(after, kind))];
      const stays: Readonly<Record<string, RegExp>> = { active: STAYS[kind], paused: /仍是暂停/, proposed: /仍在等TA确认/ };
      return STOPS[kind].test(said) !== (was && !is) || (is && stays[stateOf(after, kind)]?.test(said) !== true);
    });

  /** A pair after some random commands, most of which are refused. */
  async function randomPair(choose: (below: number) => number) {
    const lab = withRules(shipped, pick(choose, REGIONS));
    const [son, mother] = [await enrol(lab, { regionCode: HERE }), await enrolParent(lab, { regionCode: HERE })];
    const wish = pick(choose, [{}, { showCode: null }, { shareFunds: null }]);
    const { bindingId } = await one(proposeBinding)(lab.deps, bindingOf(son, mother, wish));
    const ask = (actor: Person) => ({ key: newKey(), actorId: actor.personId, bindingId });
    const kinds = ['show-code', 'share-funds'] as const;
    const step = (command: Command<ReturnType<typeof ask> & { kind: GrantKind }, unknown>) =>
      command(lab.deps, [{ ...ask(pick(choose, [son, mother])), kind: pick(choose, kinds) }]);
    const moves: readonly (() => Promise<unknown>)[] = [
      () => acceptBinding(lab.deps, [{ ...ask(mother), faceChecked: true }]),
      () => acceptBinding(lab.deps, [{ ...ask(mother), faceChecked: true }]),
      () => declineBinding(lab.deps, [ask(mother)]),
      () => withdrawInvitation(lab.deps, [ask(son)]),
      () => step(pauseGrant),
      () => step(resumeGrant),
      () => step(closeGrant),
      () => applyFor(lab, son, mother),
      async () => lab.setClock(new Date(MONDAY.getTime() + choose(40) * DAY)),
      () => tokenFor(lab, mother),
    ];
    for (let n = choose(6); n > 0; n -= 1) await pick(choose, moves)();
    return { lab, son, mother, bindingId, ask };
  }
  async function applyFor(lab: CoreLab, son: Person, mother: Person): Promise<void> {
    const asked = { key: newKey(), actorId: son.personId };
    const [quoted] = await quotePremium(lab.deps, [{ ...asked, personId: mother.personId, year: 2027 }]);
    if (quoted?.ok === true) await applyPremium(lab.deps, [{ ...asked, key: newKey(), quoteId: quoted.value.quoteId }]);
  }

  it(`is what then happens, in ${CASES} random states`, async () => {
    const choose = seeded(20_261_123);
    const seen: Record<string, number> = {};
    for (let n = 0; n < CASES; n += 1) {
      shipped.setClock(MONDAY);
      const { lab, son, mother, bindingId, ask } = await randomPair(choose);
      const actor = pick(choose, [son, mother]);
      const kind = pick(choose, [undefined, 'show-code', 'share-funds'] as const);
      const reading = () => readBinding(lab.deps, { personId: actor.personId, bindingId });
      const before = await reading();
      const preview = await previewUnbind(lab.deps, { personId: actor.personId, bindingId, kind });
      const [outcome] = kind === undefined ? await unbind(lab.deps, [ask(actor)]) : await closeGrant(lab.deps, [{ ...ask(actor), kind }]);
      const after = await reading();
      const code = outcome?.ok === false ? outcome.code : null;
      expect([preview.allowed, preview.refusedCode]).toEqual([outcome?.ok, code]);
      seen[code ?? 'done'] = (seen[code ?? 'done'] ?? 0) + 1;
      const offered = kind === undefined || mayClose(before, kind) === preview.allowed;
      expect([offered, preview.allowed || isDeepStrictEqual(after, before)]).toEqual([true, true]);
      expect(preview.allowed ? untold(preview.effects.join(''), before, after) : []).toEqual([]);
    }
    // Every way it can end, and every reason why not, came up.
    const codes = ['BINDING_END_NOT_ALLOWED', 'BINDING_END_TOO_EARLY', 'BINDING_HAS_OPEN_PAYMENT', 'BINDING_STATE_CONFLICT', 'done'];
    expect(Object.keys(seen).sort()).toEqual(codes);
  });

  it('names the rule behind a refusal, and the payment that can be voided', async () => {
    const lab = withRules(shipped, [ruleOf('shareFundsConsent', 'sponsor-only'), ruleOf('minMonthsBeforeEnd', 3), CLEARING]);
    const [son, mother] = [await enrol(lab, { regionCode: HERE }), await enrolParent(lab, { regionCode: HERE })];
    const bindingId = await bind(lab, son, mother);
    const preview = (kind?: GrantKind) => previewUnbind(lab.deps, { personId: son.personId, bindingId, kind });
    expect(await preview()).toMatchObject({
      refusedCode: 'BINDING_END_TOO_EARLY',
      refusedText: expect.stringContaining('2027年2月23日'),
      rule: { kind: 'minMonthsBeforeEnd', sourceTitle: '测试' },
    });
    expect(await preview('show-code')).toMatchObject({ allowed: true, rule: null });
    await applyFor(lab, son, mother);
    lab.setClock(new Date('2027-02-23T02:00:00Z'));
    const open = await preview();
    expect(open).toMatchObject({
      refusedCode: 'BINDING_HAS_OPEN_PAYMENT',
      openPayments: [{ paymentId: expect.any(String), voidable: false }],
    });
    lab.setClock(MONDAY);
    await one(voidPremium)(lab.deps, { key: newKey(), actorId: son.personId, paymentId: open.openPayments[0]?.paymentId ?? '' });
    lab.setClock(new Date('2027-02-23T02:00:00Z'));
    expect(await preview()).toMatchObject({ allowed: true, openPayments: [] });
  });

  it('says that a settlement under way is split anew, while the scanned code is good', async () => {
    const lab = withRules(shipped, [ruleOf('shareFundsConsent', 'sponsor-only')]);
    const [son, mother] = [await enrol(lab, { regionCode: HERE }), await enrolParent(lab, { regionCode: HERE })];
    const bindingId = await bind(lab, son, mother);
    const effects = async (kind?: GrantKind) =>
      (await previewUnbind(lab.deps, { personId: son.personId, bindingId, kind })).effects.some((text) => text.includes('重新分摊'));
    expect(await effects()).toBe(false);
    await tokenFor(lab, mother);
    expect([await effects(), await effects('share-funds'), await effects('show-code')]).toEqual([true, true, false]);
    lab.setClock(new Date(MONDAY.getTime() + 15 * 60_000));
    expect(await effects()).toBe(false);
  });
});
