import type {
  CheckBindingRequest,
  CheckGrantRequest,
  OpenGrantRequest,
  PolicyView,
  ProposeBindingRequest,
  SharedLimit,
} from '@gongji/contract';
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
import { SHARED_LABEL } from './shared-label';

/** What the person has filled in so far, as typed. */
export interface Draft {
  /** Of the notice that was ticked; null: none. */
  readonly consentVersion: string | null;
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
  /** 顺位 */
  readonly place: string;
  readonly until: 'open' | 'one-year' | 'date';
  readonly untilDate: string;
  readonly guardian: boolean;
  readonly signature: string;
}

/** No grant is switched on and no use ticked beforehand. */
export const EMPTY_DRAFT: Draft = {
  consentVersion: null,
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
  place: '',
  until: 'open',
  untilDate: '',
  guardian: false,
  signature: '',
};

export const ADULT_FOR_CODE = 16;

const whereWrong = (checks: readonly FieldCheck[]): readonly FieldError[] =>
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

/** What the form depends on besides the answers. */
export interface Asked {
  readonly today: PlainDate;
  readonly needsGuardian: boolean;
  /** undefined: not read yet; the server asks then. */
  readonly asks: PolicyView['asks'] | undefined;
  /** The limit for all relatives together, as the region has it, where it has to be set and is not yet. */
  readonly sharedLimitMissing: SharedLimit['kind'] | null;
}

export function grantErrors(draft: Draft, { today, needsGuardian, asks, sharedLimitMissing }: Asked): readonly FieldError[] {
  const ends = endsOn(draft, today);
  return whereWrong([
    ['grants', !draft.showCode && !draft.shareFunds, '请至少打开一个开关'],
    ...(draft.shareFunds ? fundErrors(draft, asks) : []),
    ...(draft.shareFunds ? sharedLimitErrors(draft, sharedLimitMissing) : []),
    ['until-kind', draft.shareFunds && asks?.endDateRequired === true && draft.until === 'open', '您的参保地要求填写结束日期'],
    ['until', ends === undefined || (ends !== null && ends <= today), '请填今天之后的日期，如 2027-12-31'],
    ['guardian', needsGuardian && !draft.guardian, '未满16周岁，需要您作为监护人承诺'],
  ]);
}

function sharedLimitErrors({ sharedLimit }: Draft, missing: Asked['sharedLimitMissing']): readonly FieldCheck[] {
  return missing === null ? [] : [['shared-limit', sharedLimit.trim() === '', `您的参保地要求填写“${SHARED_LABEL[missing]}”的金额`]];
}

type FieldCheck = readonly [field: string, wrong: boolean, text: string];

function fundErrors(draft: Draft, asks: PolicyView['asks'] | undefined): readonly FieldCheck[] {
  const [payment, month] = [capOf(draft.capPerPayment), capOf(draft.capPerMonth)];
  const required = asks?.requiredLimits ?? [];
  return [
    ['uses', draft.uses.length === 0, '请至少选一项用途，否则绑定后无法使用'],
    ['cap-payment', payment === undefined, '单次限额请填大于 0 的金额，最多两位小数；不设限额请留空'],
    ['cap-payment', payment === null && required.includes('per-payment'), '您的参保地要求设置单次限额'],
    ['cap-month', month === undefined, '每月限额请填大于 0 的金额，最多两位小数；不设限额请留空'],
    ['cap-month', month === null && required.includes('per-month'), '您的参保地要求设置每月限额'],
    ['cap-month', !!payment && !!month && payment > month, '单次限额不能大于每月限额'],
    ['shared-limit', capOf(draft.sharedLimit) === undefined, '共用限额请填大于 0 的金额，最多两位小数'],
    ['place', placeOf(draft.place) === undefined, '顺位请填 1 到 9'],
    ['place', asks?.placeRequired === true && draft.place.trim() === '', '您的参保地要求填写扣款顺位'],
  ];
}

/** null: left empty. undefined: no place. */
export function placeOf(typed: string): number | null | undefined {
  if (typed.trim() === '') return null;
  return /^[1-9]$/.test(typed.trim()) ? Number(typed) : undefined;
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

/** What is asked for, as it can be checked before anything is signed. undefined: something is still missing. */
export function checkRequestOf(draft: Draft, startsOn: PlainDate): CheckBindingRequest | undefined {
  const { relation, regionCode, certificateKind, certificateNumber, name } = draft;
  const wish = checkGrantRequestOf(draft, startsOn);
  if (relation === null || regionCode === null || wish === undefined) return undefined;
  return {
    relative: { name: name.trim(), certificateKind, certificateNumber: certificateNumber.trim(), regionCode },
    relation,
    ...wish,
  };
}

/** undefined: something is still missing. */
export function requestOf(draft: Draft, startsOn: PlainDate): ProposeBindingRequest | undefined {
  const asked = checkRequestOf(draft, startsOn);
  const consent = consentOf(draft);
  return asked === undefined || consent === undefined ? undefined : { ...asked, ...consent };
}

/** The same for a switch of a relative who is bound already. */
export function openRequestOf(draft: Draft, startsOn: PlainDate): OpenGrantRequest | undefined {
  const wish = checkGrantRequestOf(draft, startsOn);
  const consent = consentOf(draft);
  return wish === undefined || consent === undefined ? undefined : { ...wish, ...consent };
}

/** The switches alone. undefined: something is still missing. */
export function checkGrantRequestOf(draft: Draft, startsOn: PlainDate): CheckGrantRequest | undefined {
  const ends = endsOn(draft, startsOn);
  if (ends === undefined) return undefined;
  const terms = {
    uses: [...draft.uses],
    capPerPaymentFen: capOf(draft.capPerPayment) ?? null,
    capPerMonthFen: capOf(draft.capPerMonth) ?? null,
    startsOn,
    endsOn: ends,
    place: placeOf(draft.place) ?? null,
  };
  return {
    showCode: draft.showCode ? { endsOn: ends } : null,
    shareFunds: draft.shareFunds ? terms : null,
    sharedLimitFen: draft.shareFunds ? (capOf(draft.sharedLimit) ?? null) : null,
  };
}

function consentOf({ consentVersion, guardian, signature }: Draft) {
  if (consentVersion === null || signature === '') return undefined;
  return { consentVersion, guardianStatement: guardian, signature };
}
