import { BINDING_ERRORS } from './errors/binding-errors';
import type { CatalogueRow, ErrorKind } from './errors/catalogue-row';
import { COMPLAINT_ERRORS } from './errors/complaint-errors';
import { COUNTER_ERRORS } from './errors/counter-errors';
import { INSTITUTION_ERRORS } from './errors/institution-errors';
import { PREMIUM_ERRORS } from './errors/premium-errors';
import { PRIVACY_ERRORS } from './errors/privacy-errors';
import { REQUEST_ERRORS } from './errors/request-errors';

export type { ErrorKind } from './errors/catalogue-row';

/** Fill the `{…}` places of a catalogue text. */
export type Facts = Readonly<Record<string, string | number>>;

/** Every refusal this system can give. Wording: what happened, why; then the next step with who can help. Shown as it stands. */
export const ERRORS = {
  ...REQUEST_ERRORS,
  ...BINDING_ERRORS,
  ...COUNTER_ERRORS,
  ...INSTITUTION_ERRORS,
  ...PREMIUM_ERRORS,
  ...COMPLAINT_ERRORS,
  ...PRIVACY_ERRORS,
} as const satisfies Readonly<Record<string, CatalogueRow>>;

export type ErrorCode = keyof typeof ERRORS;

export const kindOf = (code: ErrorCode): ErrorKind => ERRORS[code].kind;

/** The catalogue's sentence with its `{…}` places filled; a missing fact leaves "—", never a hole. */
export const errorText = (code: ErrorCode, facts: Facts = {}): string => filled(ERRORS[code].text, facts);
export const errorNextStep = (code: ErrorCode, facts: Facts = {}): string => filled(ERRORS[code].nextStep, facts);

const filled = (text: string, facts: Facts): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '—'));

/** A refusal on its way out of a transaction: it rolls back, and the edge explains it. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly facts: Facts;

  constructor(code: ErrorCode, facts: Facts = {}) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.facts = facts;
  }

  static of(refusal: { readonly code: ErrorCode; readonly facts?: Facts }): AppError {
    return new AppError(refusal.code, refusal.facts);
  }
}
