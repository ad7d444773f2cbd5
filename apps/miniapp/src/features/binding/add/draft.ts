import type { ProposeBindingRequest } from '@gongji/contract';
import {
  ageOn,
  checkCertificate,
  checkName,
  errorText,
  type CertificateKind,
  type ClaimedRelation,
  type Fen,
  type FundUse,
  parseDate,
  parseYuan,
  type PlainDate,
} from '@gongji/domain';
import { lastDayAfterYears } from '@/shared/text/moment';
import type { FieldError } from '@/shared/ui/error-summary';

/** What the person has filled in so far, as typed. */
export interface Draft {
  readonly consentTicked: boolean;
  readonly name: string;
  readonly certificateKind: CertificateKind;
  readonly certificateNumber: string;
  readonly regionCode: string | null;
  readonly relation: ClaimedRelation | null;
  readonly showCode: boolean;
  readonly shareFunds: boolean;
  readonly uses: readonly FundUse[];
  readonly capPerPayment: string;
  readonly capPerMonth: string;
  readonly sharedLimit: string;
  readonly until: 'open' | 'one-year' | 'date';
  readonly untilDate: string;
  readonly guardian: boolean;
  readonly signature: string;
}

/** No grant is switched on and no use ticked beforehand. */
export const EMPTY_DRAFT: Draft = {
  consentTicked: false,
  name: '',
  certificateKind: 'resident-id',
  certificateNumber: '',
  regionCode: null,
  relation: null,
  showCode: false,
  shareFunds: false,
  uses: [],
  capPerPayment: '',
  capPerMonth: '',
  sharedLimit: '',
  until: 'open',
  untilDate: '',
  guardian: false,
  signature: '',
};

const ADULT_FOR_CODE = 16;

const whereWrong = (checks: readonly (readonly [field: string, wrong: boolean, text: string])[]): readonly FieldError[] =>
  checks.filter(([, wrong]) => wrong).map(([field, , text]) => ({ field, text }));

export function personErrors(draft: Draft, today: PlainDate): readonly FieldError[] {
  const name = checkName(draft.name, draft.certificateKind);
  const certificate = checkCertificate({ kind: draft.certificateKind, number: draft.certificateNumber }, today);
  return whereWrong([
    ['relation', draft.relation === null, '请选择TA是您的什么人'],
    ['name', !name.ok, draft.name.trim() === '' ? '请填写姓名' : errorText('NAME_INVALID')],
    ['certificate', !certificate.ok, certificateText(draft, certificate.ok ? {} : (certificate.facts ?? {}))],
    ['region', draft.regionCode === null, '请选择参保地'],
  ]);
}

const certificateText = (draft: Draft, facts: Readonly<Record<string, string | number>>): string =>
  draft.certificateNumber.trim() === '' ? '请填写证件号码' : errorText('CERTIFICATE_INVALID', facts);

export function grantErrors(draft: Draft, today: PlainDate): readonly FieldError[] {
  const funds = draft.shareFunds;
  const [payment, month] = [capOf(draft.capPerPayment), capOf(draft.capPerMonth)];
  const ends = endsOn(draft, today);
  return whereWrong([
    ['grants', !draft.showCode && !funds, '请至少打开一个开关'],
    ['uses', funds && draft.uses.length === 0, '请至少选一项用途，否则绑定后无法使用'],
    ['cap-payment', funds && payment === undefined, '单次限额请填大于 0 的金额，最多两位小数；不设限额请留空'],
    ['cap-month', funds && month === undefined, '每月限额请填大于 0 的金额，最多两位小数；不设限额请留空'],
    ['cap-month', funds && !!payment && !!month && payment > month, '单次限额不能大于每月限额'],
    ['shared-limit', funds && capOf(draft.sharedLimit) === undefined, '共用限额请填大于 0 的金额，最多两位小数'],
    ['until', ends === undefined || (ends !== null && ends <= today), '请填今天之后的日期，如 2027-12-31'],
    ['guardian', mayNeedGuardian(draft, today) && !draft.guardian, '未满16周岁，需要您作为监护人承诺'],
  ]);
}

/** null: left empty, no cap. undefined: not an amount. */
export function capOf(typed: string): Fen | null | undefined {
  if (typed.trim() === '') return null;
  const cap = parseYuan(typed);
  return cap === undefined || cap <= 0 ? undefined : cap;
}

/** null: no end. undefined: no such day. */
export function endsOn({ until, untilDate }: Draft, today: PlainDate): PlainDate | null | undefined {
  if (until === 'open') return null;
  return until === 'one-year' ? lastDayAfterYears(today, 1) : parseDate(untilDate.trim());
}

/** Below 16 a guardian speaks for the child; a birth certificate is a baby's. */
export function mayNeedGuardian({ certificateKind, certificateNumber }: Draft, today: PlainDate): boolean {
  if (certificateKind === 'birth-certificate') return true;
  const checked = checkCertificate({ kind: certificateKind, number: certificateNumber }, today);
  return checked.ok && checked.value.birthDate !== null && ageOn(checked.value.birthDate, today) < ADULT_FOR_CODE;
}

/** undefined: something is still missing. */
export function requestOf(draft: Draft, consentVersion: string, today: PlainDate): ProposeBindingRequest | undefined {
  const { relation, regionCode } = draft;
  const ends = endsOn(draft, today);
  if (relation === null || regionCode === null || ends === undefined || draft.signature === '') return undefined;
  const terms = {
    uses: [...draft.uses],
    capPerPaymentFen: capOf(draft.capPerPayment) ?? null,
    capPerMonthFen: capOf(draft.capPerMonth) ?? null,
    startsOn: today,
    endsOn: ends,
  };
  const { certificateKind, certificateNumber, name } = draft;
  return {
    relative: { name: name.trim(), certificateKind, certificateNumber: certificateNumber.trim(), regionCode },
    relation,
    showCode: draft.showCode ? { endsOn: ends } : null,
    shareFunds: draft.shareFunds ? terms : null,
    sharedLimitFen: draft.shareFunds ? (capOf(draft.sharedLimit) ?? null) : null,
    consentVersion,
    guardianStatement: draft.guardian,
    signature: draft.signature,
  };
}
