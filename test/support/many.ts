import { acceptBinding, type Command, enrolPeople, proposeBinding, type ProposeBinding } from '@gongji/core';
import { bindingOf } from './core-steps';
import { type CoreLab, describePerson, newKey, type NewPerson, type Person } from './core-lab';

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

/** A person's request about a binding, from lists that are as long as each other. */
export const ofPerson = (person: Person | undefined, bindingId: string | undefined) => ({
  key: newKey(),
  actorId: person?.personId ?? '',
  bindingId: bindingId ?? '',
});
