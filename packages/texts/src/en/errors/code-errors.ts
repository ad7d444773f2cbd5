import type { EnglishErrors, PhoneCode } from './phone-errors';

type Begins = 'CODE' | 'OFFLINE' | 'DEVICE' | 'SETTLEMENT' | 'COMPLAINT' | 'PRIVACY';
export type CodeCode = Extract<PhoneCode, `${Begins}_${string}` | 'ACCOUNT_DELETION_BLOCKED'>;

/** Codes and devices, complaints, consent. */
export const CODE_ERRORS: EnglishErrors<CodeCode> = {
  CODE_NOT_ALLOWED: {
    text: 'You cannot show this person’s insurance code.',
    nextStep: 'Please bind them first and switch on “Show their insurance code”.',
  },
  CODE_SHOWING_PAUSED: {
    text: '“Show their insurance code” is paused.',
    nextStep:
      'For now please let them show the code themselves, or take their social security card or identity card to the counter. Whoever paused it can resume it.',
  },
  CODE_SHOWING_OUT_OF_DATE: {
    text: '“Show their insurance code” is outside its dates.',
    nextStep:
      'For now please let them show the code themselves, or take their social security card or identity card to the counter. The dates are on this relative’s page.',
  },
  CODE_OWNER_NOT_INSURED: {
    text: 'The insurance is not in order right now, so the code cannot be used.',
    nextStep: 'Please go to the counter where you are insured. For care you can pay yourself for now and keep the bills.',
  },
  OFFLINE_CODE_NOT_OFFERED: {
    text: '{region} does not offer codes without network.',
    nextStep: 'Please show the code where there is a network. Without one, take your social security card or identity card to the counter.',
  },
  DEVICE_NOT_FOUND: { text: 'This device was not found, or was already removed.', nextStep: 'Please refresh the list of devices.' },
  SETTLEMENT_NOT_FOUND: { text: 'This settlement was not found.', nextStep: 'Please check the settlement number.' },
  COMPLAINT_NOT_FOUND: {
    text: 'This complaint was not found.',
    nextStep: 'Please go back to the list; you can also call 12393 with its number.',
  },
  COMPLAINT_SUBJECT_NOT_FOUND: {
    text: 'The record you want to report was not found.',
    nextStep: 'Please choose again, or choose no record and write down what happened.',
  },
  COMPLAINT_TOO_MANY: {
    text: 'One person can write {most} a day, and today’s are used up.',
    nextStep: 'What you wrote is kept on this phone: please submit it tomorrow. If it is urgent, call 12393.',
  },
  COMPLAINT_TOO_MANY_OPEN: {
    text: 'You still have {most} that have not ended.',
    nextStep: 'Please look at the answers first and end those you no longer need. If it is urgent, call 12393.',
  },
  COMPLAINT_CLOSED: {
    text: 'This complaint has ended.',
    nextStep: 'If there is still a problem, please write a new one; you can name the old number.',
  },
  PRIVACY_CONSENT_REQUIRED: {
    text: 'Before you log in, please read how personal information is used, and choose whether you agree.',
    nextStep:
      'Nothing about you was read or kept. Without agreeing you can look up the rules of a region, or go to a medical insurance counter.',
  },
  PRIVACY_CONSENT_OUTDATED: {
    text: 'The text on personal information was just renewed; you read an old one.',
    nextStep: 'Please go back, read the new text and choose again.',
  },
  ACCOUNT_DELETION_BLOCKED: {
    text: '{count#thing is|things are} not finished, so the account cannot be deleted yet.',
    nextStep: 'Please finish them one by one, as the deletion page lists them. Nothing was changed.',
  },
};
