import type { EnglishErrors, PhoneCode } from './phone-errors';

type Begins = 'REQUEST' | 'IDEMPOTENCY' | 'ROUTE' | 'RATE' | 'SESSION' | 'LOGIN' | 'PERSON' | 'OUTSIDE' | 'SERVICE';
export type RequestCode = Extract<PhoneCode, `${Begins}_${string}` | 'UNEXPECTED'>;

export const REQUEST_ERRORS: EnglishErrors<RequestCode> = {
  REQUEST_INVALID: {
    text: 'Something that was submitted is wrong: {field}',
    nextStep: 'Please correct it as shown and submit again; what you filled in is kept.',
  },
  REQUEST_TOO_LARGE: { text: 'What was submitted is too long.', nextStep: 'Please shorten it and submit again.' },
  IDEMPOTENCY_KEY_MISSING: {
    text: 'The request lacks the number that keeps it from being done twice.',
    nextStep: 'Please update the mini program and try again.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    text: 'The number that keeps this from being done twice was already used for something else.',
    nextStep: 'Please go back, enter the page again and do it from there; what was done before is not affected.',
  },
  ROUTE_UNKNOWN: {
    text: 'There is no such address; the link may not be complete.',
    nextStep: 'Please go back to the first page and open it from there; if somebody sent you the link, please ask for it again.',
  },
  RATE_LIMITED: { text: 'Too much at once.', nextStep: 'Please wait {seconds#second|seconds} and try again.' },
  SESSION_MISSING: { text: 'You are not logged in.', nextStep: 'Please open the mini program again and log in.' },
  SESSION_ENDED: {
    text: 'This log-in was ended.',
    nextStep: 'Please log in again. If it was not you who ended it, look under “Your devices and log-ins” then.',
  },
  SESSION_EXPIRED: { text: 'Your log-in has expired.', nextStep: 'Please log in again; what you filled in is kept.' },
  LOGIN_CODE_INVALID: {
    text: 'WeChat’s proof of your log-in is not valid or was already used.',
    nextStep: 'Please open the mini program again and log in.',
  },
  PERSON_NOT_ENROLLED: {
    text: 'Your insurance registration was not found.',
    nextStep:
      'If you are not registered, do so first at the medical insurance counter where you are insured, or on the National Healthcare Security platform. Whoever deleted their account cannot log in any more.',
  },
  OUTSIDE_UNAVAILABLE: {
    text: 'No answer right now from: {party}.',
    nextStep: 'Nothing was changed. Please try again later; if it is urgent, go to a counter.',
  },
  SERVICE_BUSY: {
    text: 'Too many people are using the service right now.',
    nextStep: 'Nothing was changed. Please wait {seconds#second|seconds} and try again.',
  },
  SERVICE_NOT_READY: { text: 'The service is starting or stopping.', nextStep: 'Please try again later.' },
  UNEXPECTED: {
    text: 'Something went wrong in the system.',
    nextStep: 'Please look at what was done first, and do not do it twice. If you need help, give the number on the page.',
  },
};
