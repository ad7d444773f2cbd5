import {
  acceptBinding,
  applyPremium,
  type CoreDeps,
  one,
  proposeBinding,
  type ProposeBinding,
  quotePremium,
  readMessages,
  scanCode,
  type Settle,
  showCode,
} from '@gongji/core';
import { CONSENT, fen, type GrantTerms, type Relation, plainDate } from '@gongji/domain';
import { type CoreLab, MONDAY, newKey, type Person } from './core-lab';

// The steps of the main job, each in one line for the tests that are about the next one.

export const TERMS: GrantTerms = {
  uses: ['care', 'drug', 'device', 'premium'],
  capPerPaymentFen: null,
  capPerMonthFen: null,
  startsOn: plainDate('2026-11-23'),
  endsOn: null,
  place: null,
};

/** Who is named needs not be enrolled. */
export const bindingOf = (owner: Person, relative: Omit<Person, 'personId'>, overrides: Partial<ProposeBinding> = {}): ProposeBinding => ({
  key: newKey(),
  actorId: owner.personId,
  relative: {
    name: relative.name,
    certificateKind: relative.certificateKind,
    certificateNumber: relative.certificateNumber,
    insurance: relative.insurance,
    checkedAt: MONDAY,
  },
  relation: 'parent' satisfies Relation,
  showCode: { endsOn: null },
  shareFunds: TERMS,
  sharedLimitFen: null,
  consentVersion: CONSENT.version,
  guardianStatement: false,
  signature: 'M1 1L2 2',
  ...overrides,
});

/** Proposed and accepted: both grants are active. */
export async function bind(world: CoreLab, owner: Person, relative: Person, overrides: Partial<ProposeBinding> = {}): Promise<string> {
  const { bindingId, acceptBy } = await one(proposeBinding)(world.deps, bindingOf(owner, relative, overrides));
  if (acceptBy !== null) await one(acceptBinding)(world.deps, { key: newKey(), actorId: relative.personId, bindingId, faceChecked: true });
  return bindingId;
}

/** A code shown and scanned: the token for one settlement. */
export async function tokenFor(world: CoreLab, shower: Person, person: Person = shower): Promise<string> {
  const asked = { key: newKey(), actorId: shower.personId, personId: person.personId, deviceId: `device-${newKey().slice(0, 8)}` };
  const { payload } = await one(showCode)(world.deps, asked);
  return (await one(scanCode)(world.deps, { institutionId: world.institutionId, payload })).ecToken;
}

export const costOf = (world: CoreLab, ecToken: string, overrides: Partial<Settle> = {}): Settle => ({
  key: newKey(),
  institutionId: world.institutionId,
  ecToken,
  use: 'care',
  totalFen: fen(10_000),
  fundFen: fen(0),
  accountUse: 'own-and-shared',
  cashFen: fen(0),
  ...overrides,
});

export const quote = (world: CoreLab, payer: Person, person: Person, year = 2027) =>
  one(quotePremium)(world.deps, { key: newKey(), actorId: payer.personId, personId: person.personId, year });

export async function apply(world: CoreLab, payer: Person, person: Person) {
  const { quoteId } = await quote(world, payer, person);
  return one(applyPremium)(world.deps, { key: newKey(), actorId: payer.personId, quoteId });
}

/** What a message says of a settlement before its number, which is drawn. */
export const withoutNumber = (text: string): string => text.replace(/结算编号( \d{4}){4}。$/, '');

/** The newest messages first. */
export const inboxOf = async (deps: CoreDeps, personId: string) => (await readMessages(deps, { personId, limit: 100 })).messages;

export const refusal = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code });
