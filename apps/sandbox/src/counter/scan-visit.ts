import { randomUUID } from 'node:crypto';
import { benefitOutput, decodeOutput, personOutput, type SandboxInstitution } from '@gongji/contract';
import { maskCertificate, maskName } from '@gongji/domain';
import type { SandboxDeps } from '../deps';
import { regionNameOf } from '../people/regions';
import { callGateway, nextMsgid, shanghaiSecond } from './institution-client';
import type { NotDone, Scanned } from './shapes';
import { dropOldVisits, type Holder, type Visit } from './visit';

interface Scan {
  readonly institution: SandboxInstitution;
  readonly payload: string;
  readonly codeHash: string;
}

/** A second press with a code that was read finds the same visit. A code whose answer never came is asked for under a new number: a number is taken once. */
export async function scanCode(deps: SandboxDeps, { institution, payload, codeHash }: Scan): Promise<Scanned | NotDone> {
  const { state } = deps;
  const { counter } = state.current;
  const known = Object.values(counter.visits).find((visit) => isOpenFor(visit, institution.code, codeHash));
  if (known !== undefined) return scannedText(known);
  const decoded = await call(deps, institution, {
    infno: '6101',
    input: { orgId: institution.code, businessType: institution.kind === 'hospital' ? '01301' : '02121', ecQrCode: payload },
    output: decodeOutput,
  });
  if (decoded.state !== 'done') return decoded;
  const { ecToken, userName, idNo, insuOrg, shownByRelative } = decoded.output;
  const visit: Visit = {
    visitId: randomUUID(),
    institutionCode: institution.code,
    codeHash,
    startedAt: deps.now().toISOString(),
    holder: {
      ecToken,
      name: maskName(userName),
      maskedCertificate: maskCertificate(idNo),
      insuredPlace: regionNameOf(insuOrg),
      shownByRelative,
      benefit: await findBenefit(deps, institution, ecToken),
    },
    settlement: null,
  };
  dropOldVisits(counter, deps.now());
  counter.visits[visit.visitId] = visit;
  await state.save();
  return scannedText(visit);
}

/** After the settlement the code is used up, and the gateway says so. */
const isOpenFor = (visit: Visit, institutionCode: string, codeHash: string): boolean =>
  visit.codeHash === codeHash && visit.institutionCode === institutionCode && visit.holder !== null && visit.settlement?.state !== 'done';

/** 1101 names the person's scheme, 2001 says what it gives today. Nobody waits at a counter for either: without an answer the visit goes on. */
async function findBenefit(deps: SandboxDeps, institution: SandboxInstitution, ecToken: string): Promise<Holder['benefit']> {
  const person = await call(deps, institution, {
    infno: '1101',
    input: { mdtrt_cert_type: '01', mdtrt_cert_no: ecToken },
    output: personOutput,
  });
  const insured = person.state === 'done' ? person.output.insuinfo[0] : undefined;
  if (person.state !== 'done' || insured === undefined) return null;
  const checked = await call(deps, institution, {
    infno: '2001',
    input: {
      psn_no: person.output.baseinfo.psn_no,
      insutype: insured.insutype,
      med_type: institution.kind === 'hospital' ? '11' : '41',
      begntime: shanghaiSecond(deps.now()),
    },
    output: benefitOutput,
  });
  const found = checked.state === 'done' ? checked.output.trtinfo[0] : undefined;
  return found === undefined ? null : { enjoys: found.trt_enjymnt_flag === '1', text: found.trt_chk_rslt };
}

type Asked<S> = Pick<Parameters<typeof callGateway>[0], 'infno' | 'input'> & { readonly output: S };

async function call<S extends Parameters<typeof callGateway>[0]['output']>(
  deps: SandboxDeps,
  institution: SandboxInstitution,
  asked: Asked<S>,
) {
  const msgid = nextMsgid(deps, institution.code);
  await deps.state.save();
  return callGateway<S>({ ...asked, bffUrl: deps.settings.bffUrl, institution, msgid, at: deps.now() });
}

const scannedText = ({ visitId, holder }: Visit): Scanned => ({
  state: 'done',
  visitId,
  name: holder?.name ?? '',
  maskedCertificate: holder?.maskedCertificate ?? '',
  insuredPlace: holder?.insuredPlace ?? '',
  shownByRelative: holder?.shownByRelative ?? false,
  benefit: holder?.benefit ?? null,
});
