import { BINDING_ERRORS, type BindingCode } from './errors/binding-errors';
import { CODE_ERRORS, type CodeCode } from './errors/code-errors';
import type { EnglishErrors, PhoneCode } from './errors/phone-errors';
import { PREMIUM_ERRORS, type PremiumCode } from './errors/premium-errors';
import { REQUEST_ERRORS, type RequestCode } from './errors/request-errors';

/** A code that no part above takes does not compile here. */
export const ERRORS: EnglishErrors<PhoneCode> & EnglishErrors<BindingCode | CodeCode | PremiumCode | RequestCode> = {
  ...REQUEST_ERRORS,
  ...BINDING_ERRORS,
  ...CODE_ERRORS,
  ...PREMIUM_ERRORS,
};
