import {
  type AccountSums,
  type AccountTrend,
  type AccountView,
  type BindingList,
  type BindingView,
  type CodeEvents,
  type CodeLog,
  checkBinding,
  type DeductionOrder,
  type DeductionPreview,
  type DeviceList,
  explainBinding,
  type ExplanationList,
  type EntryPage,
  giveOfflineKey,
  type LevyView,
  type MessageList,
  type OfflineKey,
  one,
  type PaymentList,
  type PaymentView,
  type PolicyView,
  type QuoteView,
  readAccount,
  readBindings,
  readCodeEvents,
  readCodeLog,
  readConsent,
  readDeductionOrder,
  readDevices,
  readEntries,
  readLevy,
  readMe,
  readMessages,
  readPayments,
  readPolicy,
  readRegions,
  readSharedLimit,
  readSums,
  readTrend,
  openInvitation,
  previewDeduction,
  previewUnbind,
  proposeBinding,
  settle,
  showCode,
  type SharedLimit,
  type ShownCode,
  type UnbindPreview,
} from '@gongji/core';
import { type Answer, ROUTES, type RouteName } from '@gongji/contract';
import { fen } from '@gongji/domain';
import { type CoreLab, enrol, enrolParent, newKey, openLab, type Person } from '../support/core-lab';
import { apply, bind, bindingOf, costOf, quote, tokenFor } from '../support/core-steps';

// The core does not know the contract; a view that drifts from it does not compile here, and does not parse below.
type Fits<V, A> = V extends A ? true : false;
const fits: readonly [
  Fits<AccountView, Answer<'account'>>,
  Fits<EntryPage, Answer<'accountEntries'>>,
  Fits<DeductionPreview, Answer<'previewDeduction'>>,
  Fits<BindingView, Answer<'binding'>>,
  Fits<BindingList, Answer<'bindings'>>,
  Fits<UnbindPreview, Answer<'unbindPreview'>>,
  Fits<ExplanationList, Answer<'checkBinding'>>,
  Fits<ExplanationList, Answer<'explainBinding'>>,
  Fits<AccountSums, Answer<'accountSums'>>,
  Fits<AccountTrend, Answer<'accountTrend'>>,
  Fits<DeductionOrder, Answer<'deductionOrder'>>,
  Fits<SharedLimit, Answer<'sharedLimit'>>,
  Fits<BindingView, Answer<'openInvitation'>>,
  Fits<ShownCode, Answer<'showCode'>>,
  Fits<CodeEvents, Answer<'codeEvents'>>,
  Fits<CodeLog, Answer<'codeLog'>>,
  Fits<OfflineKey, Answer<'giveOfflineKey'>>,
  Fits<DeviceList, Answer<'devices'>>,
  Fits<LevyView, Answer<'levy'>>,
  Fits<QuoteView, Answer<'quotePremium'>>,
  Fits<PaymentView, Answer<'premiumPayment'>>,
  Fits<PaymentList, Answer<'premiumPayments'>>,
  Fits<MessageList, Answer<'messages'>>,
  Fits<PolicyView, Answer<'policy'>>,
] = [
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
];

describe('a view', () => {
  let lab: CoreLab;
  let son: Person;
  let mother: Person;
  let bindingId: string;
  let views: Partial<Record<RouteName, unknown>>;
  beforeAll(async () => {
    lab = await openLab('postgres');
    const { deps } = lab;
    [son, mother] = [await enrol(lab), await enrolParent(lab)];
    bindingId = await bind(lab, son, mother);
    const asked = { key: newKey(), actorId: son.personId, personId: mother.personId, deviceId: 'device-0001' };
    const shown = await one(showCode)(deps, asked);
    await one(settle)(deps, costOf(lab, await tokenFor(lab, mother)));
    const personId = son.personId;
    const father = await enrolParent(lab, { birthDate: '1956-01-01' });
    const { consentVersion: _version, guardianStatement: _stated, signature: _signed, key: _key, ...wish } = bindingOf(son, father);
    const invited = await one(proposeBinding)(deps, bindingOf(son, father));
    const deduction = { actorId: mother.personId, personId: mother.personId, amountFen: fen(1), use: 'care' } as const;
    const [codeLog, quoted] = [await readCodeLog(deps, { personId: mother.personId, limit: 20 }), await quote(lab, son, mother)];
    const settled = codeLog.displays.find(({ institution }) => institution !== null)?.codeId ?? '';
    views = {
      me: { ...(await readMe(deps, personId)), demo: true },
      account: await readAccount(deps, personId),
      accountEntries: await readEntries(deps, { personId, limit: 2 }),
      accountSums: await readSums(deps, { personId }),
      accountTrend: await readTrend(deps, { personId, months: 12 }),
      previewDeduction: await previewDeduction(deps, deduction),
      bindings: await readBindings(deps, personId),
      unbindPreview: await previewUnbind(deps, { personId, bindingId }),
      checkBinding: await checkBinding(deps, wish),
      explainBinding: await explainBinding(deps, { personId: mother.personId, bindingId }),
      deductionOrder: await readDeductionOrder(deps, mother.personId),
      sharedLimit: await readSharedLimit(deps, personId),
      proposeBinding: invited,
      openInvitation: await openInvitation(deps, { personId: father.personId, token: invited.invitationToken ?? '' }),
      showCode: shown,
      codeEvents: await readCodeEvents(deps, { personId: mother.personId, codeId: settled }),
      codeLog,
      giveOfflineKey: await one(giveOfflineKey)(deps, { ...asked, key: newKey(), personId, deviceName: '我的手机' }),
      devices: await readDevices(deps, personId),
      levy: await readLevy(deps, { actorId: personId, personId: mother.personId, year: 2027 }),
      quotePremium: quoted,
      premiumPayment: await apply(lab, son, mother),
      premiumPayments: await readPayments(deps, { personId }),
      messages: await readMessages(deps, { personId, limit: 100 }),
      policy: readPolicy(deps, { regionCode: '440300' }),
      regions: readRegions(deps),
      consent: readConsent(),
    };
  }, 60_000);
  afterAll(() => lab.close());

  it('has the type of its route', () => expect(fits).not.toContain(false));

  it.each([
    'me',
    'accountSums',
    'accountTrend',
    'account',
    'accountEntries',
    'previewDeduction',
    'bindings',
    'unbindPreview',
    'checkBinding',
    'explainBinding',
    'deductionOrder',
    'sharedLimit',
    'proposeBinding',
    'openInvitation',
    'showCode',
    'codeEvents',
    'codeLog',
    'giveOfflineKey',
    'devices',
    'levy',
    'quotePremium',
    'premiumPayment',
    'premiumPayments',
    'messages',
    'policy',
    'regions',
    'consent',
  ] as const)('of %s is exactly what the contract says', (name) => {
    const parsed = ROUTES[name].answer.safeParse(views[name]);
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it("shows nobody else's name or number in full", () => {
    const { me: _me, ...others } = views;
    const text = JSON.stringify(others);
    for (const { name, certificateNumber, openid } of [son, mother]) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(certificateNumber);
      expect(text).not.toContain(openid);
    }
  });

  it('of the entries goes on where the page before ended, and a foreign cursor finds nothing', async () => {
    const all = (await readEntries(lab.deps, { personId: son.personId, limit: 100 })).entries;
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await readEntries(lab.deps, { personId: son.personId, limit: 2, cursor });
      seen.push(...page.entries.map(({ entryId }) => entryId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(all.map(({ entryId }) => entryId));
    expect((await readEntries(lab.deps, { personId: son.personId, limit: 2, cursor: 'nonsense' })).entries).toEqual([]);
    expect((await readEntries(lab.deps, { personId: mother.personId, limit: 100 })).entries).toEqual([]);
  });
});
