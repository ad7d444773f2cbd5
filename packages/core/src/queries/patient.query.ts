import {
  addFen,
  ageOn,
  AppError,
  decideBenefit,
  genderIn,
  plainDate,
  type PlainDate,
  type Scheme,
  shanghaiDate,
  subtractFen,
  yearOf,
} from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { type AskScanned, findScannedPerson, isScannedAt } from '../facts/scanned-person';
import { findBenefitStart } from '../store/cover.store';
import { findAccounts, potsOf } from '../store/ledger.store';
import { type Look, noteLooks } from '../store/look.store';
import { patientNumber, personIdOf } from '../store/patient-number';
import { certificateNumberOf, factsOf, findPerson, nameOf } from '../store/person.store';
import type { PatientBenefit, PatientView } from '../views/patient-view';

/** Whom a token of this institution names. SETTLEMENT_TOKEN_INVALID where it is not good here, whatever the reason. */
export async function readPatient(deps: CoreDeps, ask: AskScanned): Promise<PatientView> {
  const person = await findScannedPerson(deps.db, deps, ask);
  if (person === undefined) throw new AppError('SETTLEMENT_TOKEN_INVALID');
  await noteLooks(deps, [lookOf(ask.institutionId, person.id, 'identity')]);
  const certificateNumber = certificateNumberOf(deps, person);
  const pots = potsOf(await findAccounts(deps.db, [person.id]), person.id);
  return {
    patientNumber: patientNumber(deps, ask.institutionId, person.id),
    name: nameOf(deps, person),
    certificateKind: person.certificate_kind,
    certificateNumber,
    gender: genderIn({ kind: person.certificate_kind, number: certificateNumber }),
    birthDate: person.birth_date,
    age: ageOn(person.birth_date, shanghaiDate(deps.now())),
    regionCode: person.region_code,
    scheme: person.scheme,
    insuranceState: person.insurance_state,
    groups: person.groups,
    availableFen: addFen(...pots.map((pot) => subtractFen(pot.balanceFen, pot.frozenFen))),
  };
}

const lookOf = (institutionId: string, holderId: string, what: 'identity' | 'benefit'): Look => ({
  holderId,
  looker: { kind: 'institution', id: institutionId },
  what,
  subjectId: holderId,
});

export interface AskBenefit {
  readonly institutionId: string;
  readonly patientNumber: string;
  readonly scheme: Scheme;
  readonly on: PlainDate;
}

/** PATIENT_UNKNOWN for a number of somebody whose token this institution does not hold now, just as for one that is nobody's. */
export async function readBenefit(deps: CoreDeps, ask: AskBenefit): Promise<PatientBenefit> {
  const { institutionId, scheme, on } = ask;
  const personId = personIdOf(deps, institutionId, ask.patientNumber);
  const isTheirs = patientNumber(deps, institutionId, personId) === ask.patientNumber;
  if (!isTheirs || !(await isScannedAt(deps.db, deps, { institutionId, personId }))) throw new AppError('PATIENT_UNKNOWN');
  const person = await findPerson(deps.db, personId);
  if (person === undefined) throw new AppError('PATIENT_UNKNOWN');
  await noteLooks(deps, [lookOf(institutionId, personId, 'benefit')]);
  const startsOn = await findBenefitStart(deps.db, personId, yearOf(on));
  const cover = startsOn === undefined ? null : { startsOn, endsOn: plainDate(`${yearOf(on)}-12-31`) };
  return decideBenefit({ person: factsOf(person), scheme, on, cover });
}
