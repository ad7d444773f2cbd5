import {
  AppError,
  CERTIFICATE_KIND_TEXT,
  CODE_AT_COUNTER_FACT,
  COUNTER_FACT,
  type FormNumber,
  HOTLINE,
  HOTLINE_FACT,
  INSTEAD_FACT,
  maskCertificate,
  officeFact,
  RULE_KIND_TEXT,
  shanghaiDate,
} from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { certificateNumberOf, findPerson, nameOf, regionNameOf } from '../store/person.store';
import type { CounterHelp, FormPerson } from '../views/help-view';
import { ruleReference } from '../views/rule-reference';

/** How it goes without a phone in one region, each sentence with its source. POLICY_NOT_FOUND where no place is known for the code. */
export function readCounterHelp(deps: CoreDeps, regionCode: string): CounterHelp {
  const policy = deps.policies.policyFor(regionCode, shanghaiDate(deps.now()));
  if (policy === undefined) throw new AppError('POLICY_NOT_FOUND');
  const papers = policy.rule('papers');
  return {
    regionCode,
    regionName: policy.regionName,
    hotline: HOTLINE,
    hotlineFact: HOTLINE_FACT,
    papers: papers === undefined ? null : ruleReference(papers),
    papersUnknownText: RULE_KIND_TEXT.papers.whenUnknown,
    where: [COUNTER_FACT, CODE_AT_COUNTER_FACT],
    office: officeFact(policy.regionName),
    instead: INSTEAD_FACT,
  };
}

/** What a form may say of whoever asks for it. */
export async function readFormPerson(
  deps: CoreDeps,
  { personId, number }: { readonly personId: string; readonly number: FormNumber },
): Promise<FormPerson> {
  const person = await findPerson(deps.db, personId);
  if (person === undefined) throw new AppError('PERSON_NOT_ENROLLED');
  return {
    name: nameOf(deps, person),
    certificateKind: CERTIFICATE_KIND_TEXT[person.certificate_kind],
    certificateNumber: number === 'blank' ? null : maskCertificate(certificateNumberOf(deps, person)),
    regionName: regionNameOf(deps, person.region_code),
    regionCode: person.region_code,
  };
}
