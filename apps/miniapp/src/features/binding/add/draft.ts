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
  ERRORS,
  isRelation,
  normalCertificateNumber,
  type CertificateKind,
  type ClaimedRelation,
  type Fen,
  type FundUse,
  parseYuan,
  type PlainDate,
} from '@gongji/domain';
import { ADD_RELATIVE, GRANT_TERMS } from '@gongji/texts';
import { lastDayAfterYears } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { parseTypedDay } from '@/shared/text/typed-day';
import type { FieldError } from '@/shared/ui/error-summary';

const WRONG = GRANT_TERMS.wrong;

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

const whereWrong = (checks: readonly FieldCheck[]): readonly FieldError[] =>
  checks.filter(([, wrong]) => wrong).map(([field, , text]) => ({ field, text }));

/** asks undefined: not read yet; then only what no region allows is refused here. */
export function isBindable(relation: ClaimedRelation, asks: PolicyView['asks'] | undefined): boolean {
  return isRelation(relation) && asks?.relations.includes(relation) !== false;
}

export function personErrors(draft: Draft, { today, asks }: Pick<Asked, 'today' | 'asks'>): readonly FieldError[] {
  const name = checkName(draft.name, draft.certificateKind);
  const certificate = checkCertificate({ kind: draft.certificateKind, number: draft.certificateNumber }, today);
  return whereWrong([
    ['relation', draft.relation === null, say(ADD_RELATIVE.wrong.relation)],
    ['relation', draft.relation !== null && !isBindable(draft.relation, asks), say(ADD_RELATIVE.wrong.relationNotAllowed)],
    ['name', !name.ok, say(draft.name.trim() === '' ? ADD_RELATIVE.wrong.name : ERRORS.NAME_INVALID.text)],
    ['certificate', !certificate.ok, certificateText(draft, certificate.ok ? undefined : certificate.facts?.reason)],
    ['region', draft.regionCode === null, say(ADD_RELATIVE.wrong.place)],
  ]);
}

const certificateText = (draft: Draft, reason: string | number = '—'): string =>
  draft.certificateNumber.trim() === ''
    ? say(ADD_RELATIVE.wrong.certificate)
    : say(ERRORS.CERTIFICATE_INVALID.text, { reason: say(String(reason)) });

/** What the form depends on besides the answers. */
export interface Asked {
  readonly today: PlainDate;
  readonly needsGuardian: boolean;
  /** undefined: not read yet; the server asks then. */
  readonly asks: PolicyView['asks'] | undefined;
  /** The limit shared by all relatives, as the region has it, where it has to be set and is not yet. */
  readonly sharedLimitMissing: SharedLimit['kind'] | null;
}

export function grantErrors(draft: Draft, { today, needsGuardian, asks, sharedLimitMissing }: Asked): readonly FieldError[] {
  const ends = endsOn(draft, today);
  return whereWrong([
    ['grants', !draft.showCode && !draft.shareFunds, say(WRONG.grants)],
    ...(draft.shareFunds ? fundErrors(draft, asks) : []),
    ...(draft.shareFunds ? sharedLimitErrors(draft, sharedLimitMissing) : []),
    ['until-kind', draft.shareFunds && asks?.endDateRequired === true && draft.until === 'open', say(GRANT_TERMS.untilRequired)],
    ['until', ends === undefined, say(WRONG.dayForm)],
    ['until', !!ends && ends <= today, say(WRONG.day)],
    ['guardian', needsGuardian && !draft.guardian, say(WRONG.guardian)],
  ]);
}

function sharedLimitErrors({ sharedLimit }: Draft, missing: Asked['sharedLimitMissing']): readonly FieldCheck[] {
  if (missing === null) return [];
  return [['shared-limit', sharedLimit.trim() === '', say(WRONG.sharedMissing, { limit: say(GRANT_TERMS.shared[missing]) })]];
}

type FieldCheck = readonly [field: string, wrong: boolean, text: string];

function fundErrors(draft: Draft, asks: PolicyView['asks'] | undefined): readonly FieldCheck[] {
  const [payment, month] = [capOf(draft.capPerPayment), capOf(draft.capPerMonth)];
  const required = asks?.requiredLimits ?? [];
  return [
    ['uses', draft.uses.length === 0, say(WRONG.uses)],
    ['cap-payment', payment === undefined, say(WRONG.perPaymentOptional)],
    ['cap-payment', payment === null && required.includes('per-payment'), say(WRONG.perPaymentMissing)],
    ['cap-month', month === undefined, say(WRONG.perMonthOptional)],
    ['cap-month', month === null && required.includes('per-month'), say(WRONG.perMonthMissing)],
    ['cap-month', !!payment && !!month && payment > month, say(WRONG.perPaymentAboveMonth)],
    ['shared-limit', capOf(draft.sharedLimit) === undefined, say(WRONG.shared)],
    ['place', placeOf(draft.place) === undefined, say(WRONG.place)],
    ['place', asks?.placeRequired === true && draft.place.trim() === '', say(WRONG.placeMissing)],
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
  return until === 'one-year' ? lastDayAfterYears(today, 1) : parseTypedDay(untilDate);
}

/** undefined: the certificate does not say. A birth certificate is a baby's. */
export function ageIn({ certificateKind, certificateNumber }: Draft, today: PlainDate): number | undefined {
  if (certificateKind === 'birth-certificate') return 0;
  const checked = checkCertificate({ kind: certificateKind, number: certificateNumber }, today);
  return checked.ok && checked.value.birthDate !== null ? ageOn(checked.value.birthDate, today) : undefined;
}

/** What is asked for, as it can be checked before anything is signed. undefined: something is still missing. */
export function checkRequestOf(draft: Draft, startsOn: PlainDate): CheckBindingRequest | undefined {
  const { relation, regionCode, certificateKind, certificateNumber, name } = draft;
  const wish = checkGrantRequestOf(draft, startsOn);
  if (relation === null || regionCode === null || wish === undefined) return undefined;
  return {
    relative: { name: name.trim(), certificateKind, certificateNumber: normalCertificateNumber(certificateNumber), regionCode },
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
