import { randomBytes } from 'node:crypto';
import { closeGrant, one, type Outcome, pauseGrant, registerInstitutions, scanCode, settle, showCode, unbind } from '@gongji/core';
import { type CoreLab, ENGINES, enrol, enrolParent, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { bind, costOf } from '../support/core-steps';
import { codeOf } from '../support/races';

// What somebody tries who has no right to a code, or had one a moment ago. Every refusal is the same to the letter: nothing in it tells a code that
// never was from one that is over, nor why.

jest.setTimeout(120_000);

const INVALID: Outcome<never> = { ok: false, code: 'CODE_INVALID' };
const TOKEN_INVALID: Outcome<never> = { ok: false, code: 'SETTLEMENT_TOKEN_INVALID' };
const DIGITS = 40;
const ROUNDS = 25;
/** GUESSES=1000000 takes some minutes. */
const GUESSES = Number(process.env['GUESSES'] ?? 20_000);
const AT_ONCE = 1000;
const OTHER_HOSPITAL = {
  code: 'H44140000001',
  name: '梅州演示医院',
  regionCode: '441400',
  kind: 'hospital',
  accessKey: 'other',
  secretKey: 'other',
} as const;

const after = (seconds: number): Date => new Date(MONDAY.getTime() + seconds * 1000);
const manyTimes = <T>(count: number, make: (index: number) => T): readonly T[] => Array.from({ length: count }, (_, index) => make(index));
const guess = (): string => (BigInt(`0x${randomBytes(32).toString('hex')}`) % 10n ** BigInt(DIGITS)).toString().padStart(DIGITS, '0');

/** Every code that differs from this one in one digit. */
const neighbours = (payload: string): readonly string[] =>
  [...payload].flatMap((digit, place) =>
    [...'0123456789'].filter((other) => other !== digit).map((other) => payload.slice(0, place) + other + payload.slice(place + 1)),
  );
const disguises = (payload: string): readonly string[] => [
  ` ${payload}`,
  `${payload}\n`,
  `0${payload}`,
  payload.slice(1),
  payload.slice(0, -1),
  payload.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  `${payload}' or '1'='1`,
  '%',
  '',
];

describe.each(ENGINES)('an attack on a code on %s', (engine) => {
  let lab: CoreLab;
  let otherId: string;
  let son: Person;
  let mother: Person;
  beforeAll(async () => {
    lab = await openLab(engine);
    otherId = (await one(registerInstitutions)(lab.deps, OTHER_HOSPITAL)).institutionId;
  }, 90_000);
  beforeEach(async () => {
    lab.setClock(MONDAY);
    son = await enrol(lab);
    mother = await enrolParent(lab);
  });
  afterAll(() => lab.close());

  const show = (shower: Person, person = shower, deviceId = 'device-0001') =>
    one(showCode)(lab.deps, { key: newKey(), actorId: shower.personId, personId: person.personId, deviceId });
  const showMany = async (count: number) => {
    const asked = manyTimes(count, (index) => ({ actorId: son.personId, personId: son.personId, deviceId: `device-${10_000 + index}` }));
    const shown = await showCode(
      lab.deps,
      asked.map((ask) => ({ ...ask, key: newKey() })),
    );
    return shown.flatMap((outcome) => (outcome.ok ? [outcome.value.payload] : []));
  };
  const scanAll = (payloads: readonly string[], deps = lab.deps, institutionId = lab.institutionId) =>
    scanCode(
      deps,
      payloads.map((payload) => ({ institutionId, payload })),
    );
  const tokenOf = async (payload: string): Promise<string> => {
    const [scanned] = await scanAll([payload]);
    if (scanned?.ok !== true) throw new Error('the code was not taken');
    return scanned.value.ecToken;
  };
  const settleInCash = async (ecToken: string, institutionId = lab.institutionId) => {
    const cost = costOf(lab, ecToken);
    const [outcome] = await settle(lab.deps, [{ ...cost, institutionId, cashFen: cost.totalFen, accountUse: 'none' }]);
    return outcome?.ok === true ? 'done' : outcome;
  };
  const step = (bindingId: string, kind: 'show-code' | 'share-funds' = 'show-code') => ({
    key: newKey(),
    actorId: mother.personId,
    bindingId,
    kind,
  });
  const expectRefused = async (payloads: readonly string[]) => {
    const told = await scanAll(payloads);
    expect(told).toHaveLength(payloads.length);
    expect(told.filter((outcome) => JSON.stringify(outcome) !== JSON.stringify(INVALID))).toEqual([]);
  };

  const guesses = Math.ceil(engine === 'pglite' ? GUESSES / 4 : GUESSES);
  it(`by ${guesses} guesses finds none of five hundred codes that are there to be hit`, async () => {
    const live = await showMany(500);
    for (let tried = 0; tried < guesses; tried += AT_ONCE) await expectRefused(manyTimes(AT_ONCE, guess));
    expect((await scanAll(live)).every(({ ok }) => ok)).toBe(true);
  }, 1_200_000);

  it('by changing one digit, or by writing it otherwise, finds nothing', async () => {
    const { payload, codeId } = await show(son);
    await expectRefused([...neighbours(payload), ...disguises(payload), codeId]);
    await tokenOf(payload);
  });

  it('by looking at many codes learns nothing of the next: each digit comes as often as every other, at each of the forty places', async () => {
    const payloads = await showMany(1000);
    expect(new Set(payloads).size).toBe(1000);
    const expected = payloads.length / 10;
    const squares = manyTimes(DIGITS, (place) =>
      manyTimes(10, (digit) => payloads.filter((payload) => payload[place] === String(digit)).length)
        .map((count) => (count - expected) ** 2 / expected)
        .reduce((sum, each) => sum + each),
    );
    // Chi squared with 9 degrees of freedom at each place: beyond 45 once in a million.
    expect(squares.filter((square) => square > 45)).toEqual([]);
  });

  it('by a second scan is refused, also within one list and at another institution', async () => {
    const [first = '', second = ''] = await showMany(2);
    const ends = (await scanAll([first, second, first, first])).map(codeOf);
    expect(ends).toEqual(['done', 'done', 'CODE_INVALID', 'CODE_INVALID']);
    expect(await scanAll([first, second], lab.deps, otherId)).toEqual([INVALID, INVALID]);
  });

  it('by two institutions at the same moment gives it to exactly one, and the other holds nothing', async () => {
    const there = lab.openProcess();
    for (let round = 0; round < ROUNDS; round += 1) {
      const { payload } = await show(son);
      const [here, other] = await Promise.all([scanAll([payload]), scanAll([payload], there, otherId)]);
      expect([codeOf(here[0]), codeOf(other[0])].sort()).toEqual(['CODE_INVALID', 'done']);
      const won = [here, other].flat().flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
      const [winner, loser] = here[0]?.ok === true ? [lab.institutionId, otherId] : [otherId, lab.institutionId];
      expect(await settleInCash(won[0]?.ecToken ?? '', loser)).toEqual(TOKEN_INVALID);
      expect(await settleInCash(won[0]?.ecToken ?? '', winner)).toBe('done');
    }
  });

  it('with a code that was refreshed at the same moment ends with one code that works', async () => {
    const there = lab.openProcess();
    for (let round = 0; round < ROUNDS; round += 1) {
      const { payload } = await show(son);
      const [newer, scanned] = await Promise.all([show(son), scanAll([payload], there)]);
      expect(['done', 'CODE_INVALID']).toContain(codeOf(scanned[0]));
      await expectRefused([payload]);
      await tokenOf(newer.payload);
    }
  });

  it('after a refresh is refused; the refresh of another phone, or of who shows it, ends nothing', async () => {
    await bind(lab, son, mother, { shareFunds: null });
    const [older, own, onTablet] = [await show(son, mother), await show(mother), await show(son, mother, 'device-0002')];
    const newer = await show(son, mother);
    await expectRefused([older.payload]);
    for (const { payload } of [own, onTablet, newer]) await tokenOf(payload);
  });

  it.each([
    [-60, true],
    [-1, true],
    [0, true],
    [30, true],
    [35, true],
    [35.001, false],
    [60, false],
    [86_400, false],
  ])('with a clock that is %d seconds on: taken is %s', async (seconds, taken) => {
    const { payload } = await show(son);
    lab.setClock(after(seconds));
    const [scanned] = await scanAll([payload]);
    expect(taken ? codeOf(scanned) : scanned).toEqual(taken ? 'done' : INVALID);
  });

  it.each([
    ['paused', (bindingId: string) => one(pauseGrant)(lab.deps, step(bindingId))],
    ['closed', (bindingId: string) => one(closeGrant)(lab.deps, step(bindingId))],
    ['unbound', (bindingId: string) => one(unbind)(lab.deps, step(bindingId))],
  ])('that is %s between display and scan, or between scan and settlement, is worth nothing', async (_, end) => {
    const bindingId = await bind(lab, son, mother);
    const ecToken = await tokenOf((await show(son, mother)).payload);
    const { payload } = await show(son, mother);
    await end(bindingId);
    await expectRefused([payload]);
    expect(await settleInCash(ecToken)).toEqual(TOKEN_INVALID);
  });

  it('whose switch for money is paused between scan and settlement still says who it is, and takes none of that money', async () => {
    const bindingId = await bind(lab, son, mother);
    const cost = costOf(lab, await tokenOf((await show(son, mother)).payload));
    await one(pauseGrant)(lab.deps, step(bindingId, 'share-funds'));
    expect(codeOf((await settle(lab.deps, [cost]))[0])).toBe('SETTLEMENT_CASH_NOT_AGREED');
    const [settled] = await settle(lab.deps, [{ ...cost, key: newKey(), cashFen: cost.totalFen }]);
    expect(settled).toMatchObject({ ok: true, value: { accountFen: 0, cashFen: 10_000 } });
  });

  it('scanned and unbound at the same moment never settles after the unbinding was answered', async () => {
    const there = lab.openProcess();
    for (let round = 0; round < ROUNDS; round += 1) {
      const [child, parent] = [await enrol(lab), await enrolParent(lab)];
      const bindingId = await bind(lab, child, parent);
      const { payload } = await show(child, parent);
      const ended = one(unbind)(lab.deps, { key: newKey(), actorId: child.personId, bindingId });
      const [scanned] = (await Promise.all([scanAll([payload], there), ended]))[0];
      const left = scanned?.ok === true ? await settleInCash(scanned.value.ecToken) : scanned;
      expect([INVALID, TOKEN_INVALID]).toContainEqual(left);
    }
  });

  it.each([
    [0, 'done'],
    [899.999, 'done'],
    [900, TOKEN_INVALID],
    [86_400, TOKEN_INVALID],
  ])('with a token %d seconds after its scan ends as it should', async (seconds, end) => {
    const ecToken = await tokenOf((await show(son)).payload);
    lab.setClock(after(seconds));
    expect(await settleInCash(ecToken)).toEqual(end);
  });

  it('with a token that was used, that is of another institution or that nobody gave is refused in the same words', async () => {
    const ecToken = await tokenOf((await show(son)).payload);
    const tries: [string, string][] = [
      [ecToken, otherId],
      [randomBytes(36).toString('base64url'), lab.institutionId],
      [`${ecToken.slice(0, -1)}${ecToken.endsWith('A') ? 'B' : 'A'}`, lab.institutionId],
    ];
    for (const [token, institutionId] of tries) expect(await settleInCash(token, institutionId)).toEqual(TOKEN_INVALID);
    expect(await settleInCash(ecToken)).toBe('done');
    expect(await settleInCash(ecToken)).toEqual(TOKEN_INVALID);
  });
});
