import {
  applyPremium,
  enrolPeople,
  type Insurance,
  one,
  type Outcome,
  quotePremium,
  type QuoteView,
  readLevy,
  settle,
  unbind,
} from '@gongji/core';
import { fen, plainDate } from '@gongji/domain';
import { type CoreLab, enrol, enrolParent, newKey, openLab, type Person } from '../support/core-lab';
import { bind, costOf, TERMS, tokenFor } from '../support/core-steps';
import {
  applyFor,
  applyQuote,
  countMoney,
  type Family,
  familyInShenzhen,
  checkBooks,
  levyKeyOf,
  quoteFor,
  YEAR,
} from '../support/premiums';

// Every refusal of a quote and of an application. None of them leaves a trace.

jest.setTimeout(60_000);

let lab: CoreLab;
beforeEach(async () => {
  lab = await openLab('postgres', 5);
});
afterEach(() => checkBooks(lab));
afterEach(() => lab.close());

const codeOf = (outcome: Outcome<unknown> | undefined): string => (outcome === undefined ? 'nothing' : outcome.ok ? 'done' : outcome.code);

const tryQuote = async (payer: Person, person: Person): Promise<string> => {
  const [outcome] = await quotePremium(lab.deps, [{ key: newKey(), actorId: payer.personId, personId: person.personId, year: YEAR }]);
  return codeOf(outcome);
};
const tryApply = async (actor: Person, { quoteId }: Pick<QuoteView, 'quoteId'>): Promise<string> =>
  codeOf((await applyPremium(lab.deps, [{ key: newKey(), actorId: actor.personId, quoteId }]))[0]);

/** The register says something new of somebody. */
const change = (person: Person, insurance: Partial<Insurance>) =>
  one(enrolPeople)(lab.deps, { ...person, insurance: { ...person.insurance, ...insurance }, account: null });

const spend = async (payer: Person, amountFen: number): Promise<void> => {
  const token = await tokenFor(lab, payer);
  await one(settle)(lab.deps, costOf(lab, token, { totalFen: fen(amountFen), accountUse: 'own' }));
};

/** At a counter, from whoever shares their account. */
const spendShared = async (person: Person, amountFen: number): Promise<void> => {
  const token = await tokenFor(lab, person);
  await one(settle)(lab.deps, costOf(lab, token, { totalFen: fen(amountFen) }));
};

const countRows = async () => {
  const { rows } = await lab.pool.query<{ n: number }>(
    `select (select count(*) from premium_quotes) + (select count(*) from premium_payments) + (select count(*) from transfers)
          + (select count(*) from requests) + (select count(*) from messages) + (select count(*) from audit_lines) n`,
  );
  return rows[0]?.n;
};

interface Arranged extends Pick<Family, 'payer' | 'person'> {}

const CASES: readonly (readonly [string, string, () => Promise<Arranged>])[] = [
  [
    'for somebody whom one is not bound to',
    'PREMIUM_PERSON_NOT_BOUND',
    async () => ({ payer: await enrol(lab), person: await enrolParent(lab) }),
  ],
  [
    'for somebody who bound oneself: the binding has a direction',
    'PREMIUM_PERSON_NOT_BOUND',
    async () => {
      const { payer, person } = await familyInShenzhen(lab);
      return { payer: person, person: payer };
    },
  ],
  [
    'after unbinding',
    'PREMIUM_PERSON_NOT_BOUND',
    async () => {
      const family = await familyInShenzhen(lab);
      await one(unbind)(lab.deps, { key: newKey(), actorId: family.payer.personId, bindingId: family.bindingId });
      return family;
    },
  ],
  [
    'where the tax office knows of no levy',
    'PREMIUM_NOT_DUE',
    async () => {
      const family = await familyInShenzhen(lab);
      lab.tax.setLevy(levyKeyOf(family), { known: false });
      return family;
    },
  ],
  [
    'for what somebody else paid',
    'PREMIUM_ALREADY_PAID',
    async () => {
      const family = await familyInShenzhen(lab);
      lab.tax.setLevy(levyKeyOf(family), { paidBy: '赵*敏' });
      return family;
    },
  ],
  [
    'for what one has applied for oneself',
    'PREMIUM_ALREADY_APPLIED',
    async () => {
      const family = await familyInShenzhen(lab);
      await applyFor(lab, family);
      return family;
    },
  ],
  [
    'for what one has applied for, before the tax office knows',
    'PREMIUM_ALREADY_APPLIED',
    async () => {
      const family = await familyInShenzhen(lab);
      lab.tax.fail('apply', 'lost-request');
      await applyFor(lab, family);
      return family;
    },
  ],
  [
    'of nothing',
    'PREMIUM_NOTHING_TO_PAY',
    async () => {
      const family = await familyInShenzhen(lab);
      lab.tax.setLevy(levyKeyOf(family), { amountFen: fen(0) });
      return family;
    },
  ],
  [
    'for a group that the region excludes',
    'PREMIUM_GROUP_EXCLUDED',
    async () => {
      const payer = await enrol(lab, { regionCode: '350100' });
      const person = await enrolParent(lab, { regionCode: '350100' });
      await bind(lab, payer, person, { sharedLimitFen: fen(100_000) });
      await change(person, { groups: ['newborn'] });
      return { payer, person };
    },
  ],
  [
    'after the window has closed',
    'PREMIUM_WINDOW_CLOSED',
    async () => {
      const family = await familyInShenzhen(lab);
      lab.setClock(new Date('2026-12-31T16:00:00Z'));
      return family;
    },
  ],
  [
    'before the window opens',
    'PREMIUM_WINDOW_NOT_OPEN',
    async () => {
      const family = await familyInShenzhen(lab);
      lab.setClock(new Date('2026-09-30T15:59:59Z'));
      return family;
    },
  ],
  [
    'by somebody who left the employee scheme',
    'ACCOUNT_NOT_FOUND',
    async () => {
      const family = await familyInShenzhen(lab);
      await change(family.payer, { scheme: 'resident' });
      return family;
    },
  ],
  [
    'by somebody whose insurance is paused',
    'PREMIUM_SPONSOR_NOT_INSURED',
    async () => {
      const family = await familyInShenzhen(lab);
      await change(family.payer, { insuranceState: 'paused' });
      return family;
    },
  ],
  ['where premiums are not ticked', 'PREMIUM_GRANT_NOT_USABLE', () => familyInShenzhen(lab, { shareFunds: { ...TERMS, uses: ['care'] } })],
  [
    'after the grant has ended',
    'PREMIUM_GRANT_NOT_USABLE',
    async () => {
      const family = await familyInShenzhen(lab, { shareFunds: { ...TERMS, endsOn: plainDate('2026-11-30') } });
      lab.setClock(new Date('2026-12-01T02:00:00Z'));
      return family;
    },
  ],
  [
    'of more than the account holds',
    'PREMIUM_NOT_ENOUGH_BALANCE',
    async () => {
      const family = await familyInShenzhen(lab);
      await spend(family.payer, 760_001);
      return family;
    },
  ],
  [
    'above the cap per payment',
    'PREMIUM_OVER_CAP',
    () => familyInShenzhen(lab, { shareFunds: { ...TERMS, capPerPaymentFen: fen(39_999) } }),
  ],
  ['above the cap per month', 'PREMIUM_OVER_CAP', () => familyInShenzhen(lab, { shareFunds: { ...TERMS, capPerMonthFen: fen(39_999) } })],
  [
    'above what this month has left of the cap',
    'PREMIUM_OVER_CAP',
    async () => {
      const family = await familyInShenzhen(lab, { shareFunds: { ...TERMS, capPerMonthFen: fen(60_000) } });
      await spendShared(family.person, 20_001);
      return family;
    },
  ],
  ['above the limit shared by all relatives', 'PREMIUM_OVER_SHARED_LIMIT', () => familyInShenzhen(lab, { sharedLimitFen: fen(39_999) })],
  [
    'where nobody published rules',
    'POLICY_NOT_FOUND',
    async () => {
      const family = await familyInShenzhen(lab);
      await change(family.person, { regionCode: '449999' });
      return family;
    },
  ],
  ...(['not-sent', 'lost-answer'] as const).map(
    (fault) =>
      [
        `while the tax office does not answer (${fault})`,
        'OUTSIDE_UNAVAILABLE',
        async () => {
          const family = await familyInShenzhen(lab);
          lab.tax.fail('findLevy', fault);
          return family;
        },
      ] as const,
  ),
];

describe('a quote is refused and leaves no trace', () => {
  it.each(CASES)('%s: %s', async (_when, code, arrange) => {
    const { payer, person } = await arrange();
    const before = await countRows();
    expect(await tryQuote(payer, person)).toBe(code);
    expect(await countRows()).toBe(before);
  });
});

describe('an application is refused and leaves no trace', () => {
  it.each<[string, string, (family: Family) => Promise<unknown> | void]>([
    ['ten minutes after the quote', 'PREMIUM_QUOTE_EXPIRED', () => lab.setClock(new Date('2026-11-23T02:10:00Z'))],
    ['after the person moved to another place', 'PREMIUM_GRANT_NOT_USABLE', ({ person }) => change(person, { regionCode: '440300' })],
    ['after the payer’s insurance was paused', 'PREMIUM_SPONSOR_NOT_INSURED', ({ payer }) => change(payer, { insuranceState: 'paused' })],
    ['after the money was spent elsewhere', 'PREMIUM_NOT_ENOUGH_BALANCE', ({ payer }) => spend(payer, 760_001)],
    [
      'after unbinding',
      'PREMIUM_PERSON_NOT_BOUND',
      ({ payer, bindingId }) => one(unbind)(lab.deps, { key: newKey(), actorId: payer.personId, bindingId }),
    ],
    [
      'after unbinding and binding again',
      'PREMIUM_QUOTE_CHANGED',
      async ({ payer, person, bindingId }) => {
        await one(unbind)(lab.deps, { key: newKey(), actorId: payer.personId, bindingId });
        await bind(lab, payer, person);
      },
    ],
    ['after another application for the same levy', 'PREMIUM_ALREADY_APPLIED', (family) => applyFor(lab, family)],
  ])('%s: %s', async (_when, code, meanwhile) => {
    const family = await familyInShenzhen(lab);
    const quote = await quoteFor(lab, family);
    await meanwhile(family);
    const [rows, money] = [await countRows(), await countMoney(lab)];
    expect(await tryApply(family.payer, quote)).toBe(code);
    expect([await countRows(), await countMoney(lab)]).toEqual([rows, money]);
  });

  it('by anybody but who asked for the price', async () => {
    const family = await familyInShenzhen(lab);
    const quote = await quoteFor(lab, family);
    expect(await tryApply(family.person, quote)).toBe('PREMIUM_PAYMENT_NOT_FOUND');
    expect(await tryApply(await enrol(lab), quote)).toBe('PREMIUM_PAYMENT_NOT_FOUND');
    expect(await tryApply(family.payer, { quoteId: newKey() })).toBe('PREMIUM_PAYMENT_NOT_FOUND');
  });
});

describe('an application after midnight', () => {
  it('on a quote of the last clearing day is refused, as it would be cleared a month later than was agreed', async () => {
    const family = await familyInShenzhen(lab);
    lab.setClock(new Date('2026-11-30T15:55:00Z'));
    const quote = await quoteFor(lab, family);
    lab.setClock(new Date('2026-11-30T16:00:00Z'));
    await expect(applyQuote(lab.deps, family, quote)).rejects.toMatchObject({ code: 'PREMIUM_QUOTE_CHANGED' });
    const payment = await applyQuote(lab.deps, family, await quoteFor(lab, family));
    expect([payment.state, payment.nextCheckOn, payment.voidableUntil]).toEqual(['applied', '2026-12-31', '2026-12-28']);
  });
});

describe('requests of one list', () => {
  it('are decided one by one: a refusal leaves its neighbours as they are', async () => {
    const [first, second] = [await familyInShenzhen(lab), await familyInShenzhen(lab)];
    const [a, b] = [await quoteFor(lab, first), await quoteFor(lab, second)];
    const request = ({ payer }: Family, { quoteId }: QuoteView) => ({ key: newKey(), actorId: payer.personId, quoteId });
    const outcomes = await applyPremium(lab.deps, [request(first, a), request(second, a), request(second, b), request(first, a)]);
    expect(outcomes.map(codeOf)).toEqual(['done', 'PREMIUM_PAYMENT_NOT_FOUND', 'done', 'PREMIUM_ALREADY_APPLIED']);
    expect(await countMoney(lab)).toMatchObject({ frozen: 80_000 });
  });

  it('with one key and two bodies: the second is refused as a reuse', async () => {
    const [first, second] = [await familyInShenzhen(lab), await familyInShenzhen(lab)];
    const [a, b] = [await quoteFor(lab, first), await quoteFor(lab, second)];
    const key = newKey();
    const actorId = first.payer.personId;
    const outcomes = await applyPremium(
      lab.deps,
      [a, b, a].map(({ quoteId }) => ({ key, actorId, quoteId })),
    );
    expect(outcomes.map(codeOf)).toEqual(['done', 'IDEMPOTENCY_KEY_REUSED', 'done']);
    expect(lab.tax.applications.size).toBe(1);
  });
});

describe('what is owed', () => {
  const levy = ({ payer, person }: Arranged) => readLevy(lab.deps, { actorId: payer.personId, personId: person.personId, year: YEAR });

  it('is told with the reason why it cannot be paid', async () => {
    const family = await familyInShenzhen(lab, { shareFunds: { ...TERMS, capPerPaymentFen: fen(100) } });
    expect(await levy(family)).toMatchObject({ state: 'due', amountFen: 40_000, refusedCode: 'PREMIUM_OVER_CAP', payer: null });
  });

  it('is told as paid, with the masked payer, before anybody pays twice', async () => {
    const family = await familyInShenzhen(lab);
    lab.tax.setLevy(levyKeyOf(family), { paidBy: '赵*敏' });
    expect(await levy(family)).toMatchObject({ state: 'paid', payer: '赵*敏', refusedCode: 'PREMIUM_ALREADY_PAID' });
  });

  it('is told to nobody whom it does not concern', async () => {
    const family = await familyInShenzhen(lab);
    const stranger = await enrol(lab);
    await expect(levy({ payer: stranger, person: family.person })).rejects.toMatchObject({ code: 'PREMIUM_PERSON_NOT_BOUND' });
    await expect(levy({ payer: stranger, person: { ...stranger, personId: newKey() } })).rejects.toMatchObject({
      code: 'PREMIUM_PERSON_NOT_BOUND',
    });
    expect(lab.tax.calls.findLevy).toBe(0);
  });
});
