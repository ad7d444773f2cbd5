import {
  acceptBinding,
  applyPremium,
  changeTerms,
  type ChangeTerms,
  closeGrant,
  type Command,
  one,
  openGrant,
  pauseGrant,
  type PersonRequest,
  proposeBinding,
  quotePremium,
  resumeGrant,
  scanCode,
  setDeductionOrder,
  setSharedLimit,
  settle,
  showCode,
  unbind,
  voidPremium,
  withdrawInvitation,
} from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, ENGINES, enrol, enrolParent, newKey, openLab, type Person } from '../support/core-lab';
import { apply, bind, bindingOf, costOf, quote, TERMS, tokenFor } from '../support/core-steps';

jest.setTimeout(60_000);

const TIMES = 20;

interface Write {
  readonly send: () => Promise<unknown>;
  /** The same key with something else in the body. */
  readonly sendOther: () => Promise<unknown>;
}
type Make = (lab: CoreLab, son: Person, mother: Person) => Promise<Write>;

const write = <R extends { readonly key: string }, V>(lab: CoreLab, command: Command<R, V>, request: R, other: Partial<R>): Write => ({
  send: () => one(command)(lab.deps, request),
  sendOther: () => one(command)(lab.deps, { ...request, ...other }),
});
const asked = (actor: Person): PersonRequest => ({ key: newKey(), actorId: actor.personId });

const WRITES: Readonly<Record<string, Make>> = {
  propose: async (lab, son, mother) => write(lab, proposeBinding, bindingOf(son, mother), { guardianStatement: true }),
  accept: async (lab, son, mother) => {
    const { bindingId } = await one(proposeBinding)(lab.deps, bindingOf(son, mother));
    return write(lab, acceptBinding, { ...asked(mother), bindingId, faceChecked: true }, { bindingId: newKey() });
  },
  withdraw: async (lab, son, mother) => {
    const { bindingId } = await one(proposeBinding)(lab.deps, bindingOf(son, mother));
    return write(lab, withdrawInvitation, { ...asked(son), bindingId }, { bindingId: newKey() });
  },
  'open a switch': async (lab, son, mother) => {
    const bindingId = await bind(lab, son, mother, { shareFunds: null });
    const { showCode: _shown, relative: _relative, relation: _relation, ...wish } = bindingOf(son, mother);
    return write(lab, openGrant, { ...wish, ...asked(son), bindingId, showCode: null }, { signature: 'M2 2L3 3' });
  },
  pause: async (lab, son, mother) => {
    const bindingId = await bind(lab, son, mother);
    return write(lab, pauseGrant, { ...asked(son), bindingId, kind: 'show-code' }, { kind: 'share-funds' });
  },
  resume: async (lab, son, mother) => {
    const bindingId = await bind(lab, son, mother);
    await one(pauseGrant)(lab.deps, { ...asked(son), bindingId, kind: 'show-code' });
    return write(lab, resumeGrant, { ...asked(son), bindingId, kind: 'show-code' }, { kind: 'share-funds' });
  },
  close: async (lab, son, mother) => {
    const bindingId = await bind(lab, son, mother);
    return write(lab, closeGrant, { ...asked(son), bindingId, kind: 'show-code' }, { kind: 'share-funds' });
  },
  'change terms': async (lab, son, mother) => {
    const asking = { ...asked(son), bindingId: await bind(lab, son, mother), showCode: null };
    const request: ChangeTerms = { ...asking, shareFunds: { ...TERMS, capPerPaymentFen: fen(5) } };
    return write(lab, changeTerms, request, { shareFunds: TERMS });
  },
  'set a limit': async (lab, son) => write(lab, setSharedLimit, { ...asked(son), limitFen: fen(5_000) }, { limitFen: fen(5_001) }),
  'set an order': async (lab) => {
    const mother = await enrolParent(lab, { regionCode: '110000' });
    const ids: string[] = [];
    for (let n = 0; n < 2; n += 1) ids.push(await bind(lab, await enrol(lab, { regionCode: '110000' }), mother, { showCode: null }));
    return write(lab, setDeductionOrder, { ...asked(mother), bindingIds: ids }, { bindingIds: [...ids].reverse() });
  },
  unbind: async (lab, son, mother) =>
    write(lab, unbind, { ...asked(son), bindingId: await bind(lab, son, mother) }, { bindingId: newKey() }),
  'show a code': async (lab, son) =>
    write(lab, showCode, { ...asked(son), personId: son.personId, deviceId: 'device-0001' }, { deviceId: 'device-0002' }),
  settle: async (lab, son) => write(lab, settle, costOf(lab, await tokenFor(lab, son)), { totalFen: fen(9_999) }),
  quote: async (lab, son, mother) => {
    await bind(lab, son, mother);
    return write(lab, quotePremium, { ...asked(son), personId: mother.personId, year: 2027 }, { year: 2028 });
  },
  apply: async (lab, son, mother) => {
    await bind(lab, son, mother);
    const { quoteId } = await quote(lab, son, mother);
    return write(lab, applyPremium, { ...asked(son), quoteId }, { quoteId: newKey() });
  },
  void: async (lab, son, mother) => {
    await bind(lab, son, mother);
    const { paymentId } = await apply(lab, son, mother);
    return write(lab, voidPremium, { ...asked(son), paymentId }, { paymentId: newKey() });
  },
};

describe.each(ENGINES)('a key on %s', (engine) => {
  let lab: CoreLab;
  beforeAll(async () => {
    lab = await openLab(engine);
  }, 90_000);
  afterAll(() => lab.close());

  const countRows = async (): Promise<Readonly<Record<string, number>>> => {
    const tables = [
      'bindings',
      'grants',
      'grant_changes',
      'consents',
      'shared_limit_changes',
      'deduction_orders',
      'insurance_codes',
      'settlements',
      'premium_quotes',
      'premium_payments',
      'transfers',
      'entries',
      'audit_lines',
    ];
    const parts = [...tables, 'requests', 'messages'].map((table) => `select '${table}' as name, count(*) as n from ${table}`);
    const { rows } = await lab.pool.query<{ name: string; n: number }>(parts.join(' union all '));
    return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
  };

  it.each(Object.keys(WRITES))('sent twenty times at once to %s has one effect and one answer', async (name) => {
    const [son, mother] = [await enrol(lab), await enrolParent(lab)];
    const write = await WRITES[name]?.(lab, son, mother);
    if (write === undefined) throw new Error(`no write named ${name}`);
    const { send, sendOther } = write;
    const before = await countRows();
    const answers = await Promise.all(Array.from({ length: TIMES }, send));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const after = await countRows();
    expect(after['requests']).toBe((before['requests'] ?? 0) + 1);
    // Again, later: nothing more is written, and the answer is still the same.
    expect(JSON.stringify(await send())).toBe(JSON.stringify(answers[0]));
    await expect(sendOther()).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await countRows()).toEqual(after);
  });

  it('is free again after a refusal', async () => {
    const [son, mother] = [await enrol(lab), await enrolParent(lab)];
    const request = bindingOf(son, mother);
    await expect(one(proposeBinding)(lab.deps, { ...request, relation: 'other' })).rejects.toMatchObject({
      code: 'BINDING_RELATION_NOT_ALLOWED',
    });
    expect(await one(proposeBinding)(lab.deps, request)).toMatchObject({ state: 'active' });
  });

  it('belongs to one person: the same key of another is another request', async () => {
    const [son, other] = [await enrol(lab), await enrol(lab)];
    const key = newKey();
    const show = (person: Person) =>
      one(showCode)(lab.deps, { key, actorId: person.personId, personId: person.personId, deviceId: 'device-0001' });
    expect((await show(son)).codeId).not.toBe((await show(other)).codeId);
  });

  it('does not serve another kind of request', async () => {
    const son = await enrol(lab);
    const key = newKey();
    await one(showCode)(lab.deps, { key, actorId: son.personId, personId: son.personId, deviceId: 'device-0001' });
    await expect(one(unbind)(lab.deps, { key, actorId: son.personId, bindingId: newKey() })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('keeps the code it answered sealed', async () => {
    const son = await enrol(lab);
    const { payload } = await one(showCode)(lab.deps, { ...asked(son), personId: son.personId, deviceId: 'device-0001' });
    const { ecToken } = await one(scanCode)(lab.deps, { institutionId: lab.institutionId, payload });
    const { rows } = await lab.pool.query<{ kept: string }>('select answer::text as kept from requests where holder_id = $1', [
      son.personId,
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.kept).not.toContain(payload);
    expect(rows[0]?.kept).not.toContain(ecToken);
  });
});
