import { AppError, type CertificateKind, decided } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { one } from '../outcome';
import { gatherReads } from '../request-lists/gather';
import { findInstitutions, type KnownInstitution } from '../store/institution.store';
import { findAccounts } from '../store/ledger.store';
import { cardOf, certificateNumberOf, findPerson, findPersonIdByOpenid, nameOf } from '../store/person.store';
import { instant } from '../views/instant';
import type { MeView } from '../views/person-view';

/** null: nobody with this openid is enrolled. */
export async function findPersonByOpenid(deps: CoreDeps, openid: string): Promise<{ readonly personId: string } | null> {
  const personId = await findPersonIdByOpenid(deps.db, deps, openid);
  return personId === undefined ? null : { personId };
}

/** null: no institution with this key. Whoever calls at the same moment is found by the same statement. */
export const findInstitutionByAccessKey = one<string, KnownInstitution | null>(
  gatherReads(async (deps, accessKeys) => {
    const found = await findInstitutions(deps.db, deps, accessKeys);
    return accessKeys.map((accessKey) => decided(found.get(accessKey) ?? null));
  }),
);

/** Oneself: one's own name in full, the number masked all the same. */
export async function readMe(deps: CoreDeps, personId: string): Promise<MeView> {
  const person = await findPerson(deps.db, personId);
  if (person === undefined) throw new AppError('PERSON_NOT_ENROLLED');
  const accounts = await findAccounts(deps.db, [personId]);
  return {
    ...cardOf(deps, person, null),
    scheme: person.scheme,
    name: nameOf(deps, person),
    hasAccount: accounts.length > 0,
    insuranceState: person.insurance_state,
    now: instant(deps.now()),
  };
}

export interface Identity {
  readonly name: string;
  readonly certificateKind: CertificateKind;
  readonly certificateNumber: string;
}

/** Name and number in full, for asking somebody outside about the person themself. They go nowhere else, and into no answer. */
export async function identityOf(deps: CoreDeps, personId: string): Promise<Identity> {
  const person = await findPerson(deps.db, personId);
  if (person === undefined) throw new AppError('PERSON_NOT_ENROLLED');
  return { name: nameOf(deps, person), certificateKind: person.certificate_kind, certificateNumber: certificateNumberOf(deps, person) };
}
