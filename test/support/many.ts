import {
  acceptBinding,
  type ApplyPremium,
  type Command,
  enrolPeople,
  proposeBinding,
  type ProposeBinding,
  quotePremium,
  scanCode,
  showCode,
} from '@gongji/core';
import { bindingOf } from './core-steps';
import { type CoreLab, describePerson, newKey, type NewPerson, type Person } from './core-lab';
import { YEAR } from './premiums';

// A thousand of everything, a hundred in one transaction: races need many fresh families, and a transaction for each would take longer than the race.

const AT_ONCE = 100;

/** Runs a command for all requests and throws at the first refusal. */
export async function doAll<R, V>(lab: CoreLab, command: Command<R, V>, requests: readonly R[]): Promise<V[]> {
  const views: V[] = [];
  for (let start = 0; start < requests.length; start += AT_ONCE)
    for (const outcome of await command(lab.deps, requests.slice(start, start + AT_ONCE))) {
      if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
      views.push(outcome.value);
    }
  return views;
}

export async function enrolMany(lab: CoreLab, count: number, person: NewPerson = {}): Promise<Person[]> {
  const described = Array.from({ length: count }, () => describePerson(person));
  const enrolled = await doAll(lab, enrolPeople, described);
  return described.map(({ account: _account, ...rest }, index) => ({ ...rest, personId: enrolled[index]?.personId ?? '' }));
}

/** Each owner proposes to the relative of the same place in the list. */
export const proposeMany = async (
  lab: CoreLab,
  { owners, relatives }: { readonly owners: readonly Person[]; readonly relatives: readonly Person[] },
  overrides: Partial<ProposeBinding> = {},
): Promise<string[]> => {
  const requests = owners.map((owner, index) => bindingOf(owner, relatives[index] as Person, overrides));
  return (await doAll(lab, proposeBinding, requests)).map(({ bindingId }) => bindingId);
};

export async function acceptMany(lab: CoreLab, bindingIds: readonly string[], relatives: readonly Person[]): Promise<void> {
  const requests = bindingIds.map((bindingId, index) => ({
    key: newKey(),
    actorId: relatives[index]?.personId ?? '',
    bindingId,
    faceChecked: true,
  }));
  await doAll(lab, acceptBinding, requests);
}

/** Parents in Meizhou with the resident scheme. */
export const enrolParents = (lab: CoreLab, count: number, person: NewPerson = {}): Promise<Person[]> =>
  enrolMany(lab, count, { scheme: 'resident', regionCode: '441400', birthDate: '1958-05-06', ...person });

/** Proposed, and accepted where somebody has to. */
export async function bindMany(
  lab: CoreLab,
  pairs: { readonly owners: readonly Person[]; readonly relatives: readonly Person[] },
  overrides: Partial<ProposeBinding> = {},
): Promise<string[]> {
  const bindingIds = await proposeMany(lab, pairs, overrides);
  await acceptMany(lab, bindingIds, pairs.relatives);
  return bindingIds;
}

/** A request to pay, under a key of its own, for the person in the same place of the list. */
export async function quoteMany(lab: CoreLab, payers: readonly Person[], persons: readonly Person[]): Promise<ApplyPremium[]> {
  const asked = payers.map(({ personId: actorId }, index) => ({
    key: newKey(),
    actorId,
    personId: persons[index]?.personId ?? '',
    year: YEAR,
  }));
  const quotes = await doAll(lab, quotePremium, asked);
  return quotes.map(({ quoteId }, index) => ({ key: newKey(), actorId: payers[index]?.personId ?? '', quoteId }));
}

/** Everybody shows their own code and has it scanned: a token each for one settlement. */
export async function tokensFor(lab: CoreLab, people: readonly Person[]): Promise<string[]> {
  const shown = await doAll(
    lab,
    showCode,
    people.map(({ personId }) => ({ key: newKey(), actorId: personId, personId, deviceId: `device-${newKey().slice(0, 8)}` })),
  );
  const scanned = await doAll(
    lab,
    scanCode,
    shown.map(({ payload }) => ({ institutionId: lab.institutionId, payload })),
  );
  return scanned.map(({ ecToken }) => ecToken);
}

/** A person's request about a binding, from lists that are as long as each other. */
export const ofPerson = (person: Person | undefined, bindingId: string | undefined) => ({
  key: newKey(),
  actorId: person?.personId ?? '',
  bindingId: bindingId ?? '',
});
