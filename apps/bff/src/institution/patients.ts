import { benefitInput, type benefitOutput, decodeInput, type decodeOutput, personInput, type personOutput } from '@gongji/contract';
import { one, type PatientView, readBenefit, readPatient, scanCode } from '@gongji/core';
import { AppError, type CertificateKind, type InsuranceState, parseDate, type PlainDate, type Scheme, yuanOf } from '@gongji/domain';
import type { z } from 'zod';
import type { AppDeps } from '../deps';
import { parse } from '../http/parse';
import type { RateLimit } from '../http/rate-limit';
import { invalidRequest } from '../http/refused';
import type { Message } from './message';

type PersonOutput = z.infer<typeof personOutput>;

/** psn_cert_type. */
const CERTIFICATE_TYPE: Readonly<Record<CertificateKind, '01' | '17' | '990201'>> = {
  'resident-id': '01',
  'hmt-residence-permit': '17',
  'birth-certificate': '990201',
};
const INSUTYPE: Readonly<Record<Scheme, '310' | '390'>> = { employee: '310', resident: '390' };
const SCHEME: Readonly<Record<'310' | '390', Scheme>> = { '310': 'employee', '390': 'resident' };
const INSURANCE_STATE: Readonly<Record<InsuranceState, '0' | '1' | '2' | '4'>> = { none: '0', normal: '1', paused: '2', ended: '4' };
const GENDER = { male: '1', female: '2' } as const;

/** 6101. The number of scans is limited, so that nobody finds a code by trying. */
export async function decodeCode({ core }: AppDeps, limit: RateLimit, { institution, input }: Message) {
  const { institutionId, code } = institution;
  await limit.count('scanPerInstitution', institutionId);
  const { ecQrCode, orgId } = parse(decodeInput, input, 'input');
  if (orgId !== undefined && orgId !== code) throw invalidRequest('orgId', '不是本机构');
  const scanned = await one(scanCode)(core, { institutionId, payload: ecQrCode });
  return {
    userName: scanned.name,
    idNo: scanned.certificateNumber,
    idType: CERTIFICATE_TYPE[scanned.certificateKind],
    ecToken: scanned.ecToken,
    insuOrg: scanned.regionCode,
    shownByRelative: scanned.shownByRelative,
  } satisfies z.infer<typeof decodeOutput>;
}

/** 1101 */
export async function tellPerson({ core }: AppDeps, { institution, input }: Message): Promise<PersonOutput> {
  const asked = parse(personInput, input, 'input');
  if (asked.mdtrt_cert_type !== '01') throw new AppError('CREDENTIAL_NOT_ACCEPTED');
  const patient = await readPatient(core, { institutionId: institution.institutionId, ecToken: asked.mdtrt_cert_no });
  const told = personOutputOf(patient);
  // Programs send these empty with 01. Filled in, they must be the person's own.
  for (const field of ['psn_cert_type', 'certno', 'psn_name'] as const)
    if (!['', undefined, told.baseinfo[field]].includes(asked[field])) throw invalidRequest(field, '不是扫码的这个人');
  return told;
}

const personOutputOf = (patient: PatientView): PersonOutput => ({
  baseinfo: {
    psn_no: patient.patientNumber,
    psn_cert_type: CERTIFICATE_TYPE[patient.certificateKind],
    certno: patient.certificateNumber,
    psn_name: patient.name,
    gend: patient.gender === null ? '9' : GENDER[patient.gender],
    brdy: patient.birthDate,
    age: patient.age,
  },
  insuinfo: [
    {
      balc: yuanOf(patient.availableFen),
      insutype: INSUTYPE[patient.scheme],
      psn_type: patient.groups.includes('newborn') ? '1401' : null,
      psn_insu_stas: INSURANCE_STATE[patient.insuranceState],
      insuplc_admdvs: patient.regionCode,
    },
  ],
  idetinfo: [],
});

/** 2001 */
export async function checkBenefit({ core }: AppDeps, { institution, input }: Message): Promise<z.infer<typeof benefitOutput>> {
  const { psn_no, insutype, begntime } = parse(benefitInput, input, 'input');
  const { institutionId } = institution;
  const benefit = await readBenefit(core, { institutionId, patientNumber: psn_no, scheme: SCHEME[insutype], on: dayOf(begntime) });
  return {
    trtinfo: [
      {
        psn_no,
        insutype,
        trt_enjymnt_flag: benefit.enjoys ? '1' : '0',
        begndate: benefit.startsOn,
        enddate: benefit.endsOn,
        trt_chk_rslt: benefit.text,
      },
    ],
  };
}

function dayOf(begntime: string): PlainDate {
  const date = parseDate(begntime.slice(0, 10));
  if (date === undefined) throw invalidRequest('begntime', '没有这一天');
  return date;
}
