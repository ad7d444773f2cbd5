import type { EnglishErrors, PhoneCode } from './phone-errors';

export type PremiumCode = Extract<PhoneCode, `PREMIUM_${string}` | 'ACCOUNT_NOT_FOUND' | 'POLICY_NOT_FOUND'>;

const OTHER_CHANNEL = 'Wait for the next money paid into the personal account, or pay another way.';
const CHANGE_LIMIT = 'You can change the limit under “Family” and try again.';

export const PREMIUM_ERRORS: EnglishErrors<PremiumCode> = {
  ACCOUNT_NOT_FOUND: {
    text: 'There is no personal account.',
    nextStep: 'Resident insurance has none; with employee insurance one is opened by itself.',
  },
  POLICY_NOT_FOUND: {
    text: 'No published rules of this region were found.',
    nextStep: 'Please ask the medical insurance counter where the person is insured.',
  },
  PREMIUM_PERSON_NOT_BOUND: {
    text: 'You have not set up paying premiums for this person.',
    nextStep: 'Please bind them first, and switch on resident insurance premiums under “Pay for them from your personal account”.',
  },
  PREMIUM_GRANT_NOT_USABLE: {
    text: 'Family sharing is not in effect, or does not include resident insurance premiums.',
    nextStep: 'Please look at this relative’s switches and dates under “Family”.',
  },
  PREMIUM_NOT_DUE: {
    text: 'The tax office found nothing due for this year.',
    nextStep: 'Please register for resident insurance first, where the person is insured.',
  },
  PREMIUM_NOT_RESIDENT: {
    text: 'This person is not in resident insurance and has no such premium to pay.',
    nextStep: 'In employee insurance the employer or the person pays; nothing has to be paid here.',
  },
  PREMIUM_ALREADY_PAID: {
    text: 'This person’s resident insurance premium for {year} was already paid.',
    nextStep: 'Please do not pay twice. The receipt is among the payer’s own records or at the tax office.',
  },
  PREMIUM_ALREADY_APPLIED: {
    text: 'There is already an application for this person’s {year} premium, and it is not finished.',
    nextStep: 'Please do not apply twice. To change who pays, ask whoever applied to void it first.',
  },
  PREMIUM_NOTHING_TO_PAY: { text: 'This person has 0 to pay for {year}; no payment is needed.', nextStep: 'Nothing needs to be done.' },
  PREMIUM_WINDOW_NOT_OPEN: {
    text: 'In {region}, the payment period for {year} begins on {start}.',
    nextStep: 'Please come back then.',
  },
  PREMIUM_WINDOW_CLOSED: {
    text: 'In {region}, the payment period for {year} ended on {end}.',
    nextStep: 'Please ask the tax office or a counter about paying late and the waiting period.',
  },
  PREMIUM_GROUP_EXCLUDED: {
    text: 'In {region}, premiums of these people cannot be paid from a personal account: {group}.',
    nextStep: 'Please pay through the tax office.',
  },
  PREMIUM_NOT_ENOUGH_BALANCE: { text: 'The balance that can be shared is not enough; {short} is missing.', nextStep: OTHER_CHANNEL },
  PREMIUM_BALANCE_TOO_LOW: {
    text: 'In {region}, a personal account needs more than {floor} for paying a premium.',
    nextStep: OTHER_CHANNEL,
  },
  PREMIUM_OVER_CAP: {
    text: 'This is over the limit that you set for this relative; this time you can pay {left} at most.',
    nextStep: CHANGE_LIMIT,
  },
  PREMIUM_OVER_SHARED_LIMIT: {
    text: 'This is over the limit shared by all relatives; {left} is left.',
    nextStep: CHANGE_LIMIT,
  },
  PREMIUM_SPONSOR_NOT_INSURED: {
    text: 'Your employee insurance is not in order right now, so you cannot pay premiums for others.',
    nextStep: 'Please have your insurance restored first, or pay another way.',
  },
  PREMIUM_QUOTE_EXPIRED: {
    text: 'The quote has expired.',
    nextStep: 'Please look at the amount due again before you pay; nothing was taken.',
  },
  PREMIUM_QUOTE_CHANGED: {
    text: 'The amount due or the account it is taken from has changed.',
    nextStep: 'Please look again before you pay; nothing was taken.',
  },
  PREMIUM_PAYMENT_NOT_FOUND: { text: 'This payment was not found.', nextStep: 'Please go back to the premiums paid.' },
  PREMIUM_RECEIPT_NOT_READY: {
    text: 'The tax office has not confirmed this payment yet, so there is no receipt.',
    nextStep: 'Please follow it among the premiums paid, and fetch the receipt once it is confirmed.',
  },
  PREMIUM_NOT_VOIDABLE: {
    text: 'This payment cannot be voided now.',
    nextStep: 'If it was cleared, please ask the tax office for a refund.',
  },
  PREMIUM_NOT_REFUNDABLE: {
    text: 'A refund of this payment cannot be asked for now.',
    nextStep: 'If nothing was taken yet, you can void it; if it was refunded, nothing more is needed.',
  },
  PREMIUM_REFUND_UNDER_WAY: {
    text: 'This payment is already being refunded.',
    nextStep: 'Please wait for the tax office; there is no need to ask again.',
  },
  PREMIUM_REFUND_ELSEWHERE: {
    text: 'In {region}, refunds of resident insurance premiums are handled by the tax office and cannot be asked for here.',
    nextStep: 'Please take the receipt to the tax office, online or at its counter, and ask for a refund there.',
  },
  PREMIUM_REFUND_TOO_LATE: {
    text: 'The year {year} begins on {start}; once it has begun, a refund cannot be asked for here.',
    nextStep: 'Please take the receipt to the tax office and ask there.',
  },
  PREMIUM_REFUND_REASON_NOT_ACCEPTED: {
    text: 'In {region}, “{reason}” is no case for a refund.',
    nextStep: 'Please choose another reason, or ask the tax office.',
  },
  PREMIUM_REFUND_REASON_NOT_SHOWN: {
    text: 'The insurance register does not show “{reason}” yet, so a refund cannot be given for it.',
    nextStep:
      'Please have it registered at the medical insurance counter where the person is insured, and apply once the register shows it.',
  },
  PREMIUM_LOCKED: {
    text: 'The tax office is working on this payment; it is locked for now.',
    nextStep: 'Please look at the result after {until}, and do not pay twice.',
  },
};
