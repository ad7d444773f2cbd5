import type { English, EnglishRows } from '../catalogue';
import type { DOMAIN } from '../domain-words';

// What the domain says of premiums, of rules and of who cannot pay.

export const CLEARING_TEXT: English<typeof DOMAIN.CLEARING_TEXT> = {
  'at-once': 'paid as soon as the application is accepted',
  'month-end-working-days': 'cleared by the insurance office on the last three working days of each month; it can be voided before that',
  'tax-batch': 'known only after the tax office has taken the money in a batch; the dates are not published',
  'month-end-sweep': 'taken from the account at the end of the month',
};

export const PREMIUM_STATE_TEXT: English<typeof DOMAIN.PREMIUM_STATE_TEXT> = {
  submitting: 'Held; the tax office is being told',
  applied: 'Applied for, waiting for clearing',
  clearing: 'Being cleared',
  paid: 'Paid',
  posted: 'Received by the treasury',
  voided: 'Voided',
  failed: 'Not done; the held money is back',
  locked: 'With the tax office, locked for now',
  unknown: 'In progress, please do not pay again',
  refunding: 'Being refunded',
  refunded: 'Refunded',
};

export const COVER_STATE_TEXT: English<typeof DOMAIN.COVER_STATE_TEXT> = {
  submitting: 'Applied for, not paid yet',
  applied: 'Applied for, not paid yet',
  clearing: 'Being paid',
  paid: 'Paid',
  posted: 'Received by the treasury',
  voided: 'Taken back by the payer, not paid',
  failed: 'Not paid',
  locked: 'Applied for, not paid yet',
  unknown: 'Applied for, waiting for the tax office',
  refunding: 'Being refunded',
  refunded: 'Refunded',
};

export const PREMIUM_STEPS: EnglishRows<typeof DOMAIN.PREMIUM_STEPS, 'text'> = {
  held: { text: 'Applied for; the money is held' },
  accepted: { text: 'Taken up by the tax office' },
  'found-paid': { text: 'The tax office says that it is paid' },
  busy: { text: 'The tax office is working on it and wants to be asked again later' },
  'no-answer': { text: 'No answer from the tax office; it is being asked for the result' },
  'already-paid': { text: 'According to the tax office this year was paid already. The held money is back.' },
  'already-applied': { text: 'According to the tax office there is another application for this year. The held money is back.' },
  'not-due': { text: 'The tax office found nothing due. The held money is back.' },
  'amount-changed': { text: 'The amount due at the tax office has changed. The held money is back; please look at the amount again.' },
  'voided-outside': { text: 'This application was voided at the tax office. The held money is back.' },
  'joined-batch': { text: 'Clearing begins' },
  'clearing-refused': { text: 'The tax office could not take the money. The held money is back.' },
  voided: { text: 'Voided; the held money is back' },
  cleared: { text: 'Paid' },
  posted: { text: 'Received by the treasury' },
  'refund-duplicate': { text: 'Refund asked for: paid twice' },
  'refund-died': { text: 'Refund asked for: the insured person has died' },
  'refund-moved-to-employee': { text: 'Refund asked for: now in employee insurance' },
  refunded: { text: 'Refunded by the tax office, back in the account it came from' },
  'refund-refused-not-paid': { text: 'The tax office did not find this payment; the refund was not granted.' },
  'refund-refused-year-begun': { text: 'According to the tax office the insured year has begun; the refund was not granted.' },
  'refund-refused-benefit-used': { text: 'According to the tax office benefits were already used; the refund was not granted.' },
  'refund-refused-not-eligible': { text: 'According to the tax office this is no case for a refund; the refund was not granted.' },
};

export const RECEIPT_STANDING_TEXT: English<typeof DOMAIN.RECEIPT_STANDING_TEXT> = {
  paid: 'Paid, not yet received by the treasury',
  posted: 'Paid and received by the treasury',
  refunding: 'Being refunded: no proof of payment any more',
  refunded: 'Refunded: no proof of payment any more',
};

export const REFUND_REASON_TEXT: English<typeof DOMAIN.REFUND_REASON_TEXT> = {
  duplicate: 'Paid twice',
  died: 'The insured person has died',
  'moved-to-employee': 'Now in employee insurance',
};

export const SKIP_TEXT: English<typeof DOMAIN.SKIP_TEXT> = {
  'not-active': 'Family sharing is not in effect yet',
  paused: 'Family sharing is paused',
  ended: 'Family sharing has ended',
  ending: 'Insurance has changed, so family sharing is about to end',
  'not-started': 'Family sharing has not reached its start date',
  'past-end': 'Family sharing is past its end date',
  'use-not-ticked': 'This use was not ticked',
  'sponsor-not-insured': 'The sponsor’s employee insurance is not in order, so the account is sealed',
  'no-account': 'The sponsor has no personal account',
  'outside-province': 'The two are not insured in the same province',
  'month-cap-used': 'The limit of this month is used up',
  'shared-limit-used': 'The limit shared by all relatives is used up',
  'institution-not-allowed': 'Relatives’ accounts cannot be used at this kind of place',
  'settled-too-often': 'Relatives’ accounts were used as often as is allowed',
  'day-limit-used': 'What relatives can pay today is used up',
  'nothing-shareable': 'The balance that can be shared is 0',
  'own-balance-empty': 'Their own account is empty',
  'own-not-chosen': 'Their own account was not chosen',
  'over-sponsor-count': 'As many sponsors as one bill allows are paying already',
  'nothing-left-to-pay': 'The accounts before this one are enough',
};

const toBoth = (text: string) => ({ owner: text, relative: text });

export const SKIP_NEXT_STEP: English<typeof DOMAIN.SKIP_NEXT_STEP> = {
  'not-active': {
    owner: 'If they have to agree, ask them to log in and answer; if it is off, you can switch it on when needed.',
    relative: 'If you have to agree, answer the invitation; if it is off, ask them to switch it on when needed.',
  },
  paused: toBoth('Whoever paused it can resume it.'),
  ended: { owner: 'You can switch it on again when needed.', relative: 'Ask them to switch it on again when needed.' },
  ending: toBoth('It ends by itself once the premium under way is finished; for now, pay from their own account or in cash.'),
  'not-started': {
    owner: 'It works from its start date; you can also change the date under “Change”.',
    relative: 'It works from its start date; you can also ask them to change the date.',
  },
  'past-end': {
    owner: 'You can move the end date under “Change”, or switch it on again.',
    relative: 'Please ask them to move the end date, or to switch it on again.',
  },
  'use-not-ticked': { owner: 'You can tick it under “Change” when needed.', relative: 'Ask them to tick it when needed.' },
  'sponsor-not-insured': {
    owner: 'Please ask your employer or the counter where you are insured to restore your insurance.',
    relative: 'Please ask them to have their insurance restored by their employer or the counter where they are insured.',
  },
  'no-account': {
    owner: 'Resident insurance has no personal account; use it once you are in employee insurance.',
    relative: 'Resident insurance has no personal account; use it once they are in employee insurance.',
  },
  'outside-province': toBoth(
    'Family sharing works within one province; across provinces, please use the wallet of the National Healthcare Security platform.',
  ),
  'month-cap-used': {
    owner: 'It is free again next month; if it is urgent, you can raise the monthly limit under “Change”.',
    relative: 'It is free again next month; if it is urgent, please ask them to raise the monthly limit.',
  },
  'shared-limit-used': {
    owner: 'You can raise the limit shared by all relatives.',
    relative: 'Please ask them to raise the limit shared by all relatives.',
  },
  'institution-not-allowed': toBoth(
    'Go to a hospital or pharmacy where it can be used, or pay from your own account or in cash. This limit is provisional: no published rule was found.',
  ),
  'settled-too-often': toBoth(
    'Use it again in an hour or tomorrow; for now you can pay from your own account or in cash. How often is provisional: no published rule was found.',
  ),
  'day-limit-used': toBoth(
    'It is free again tomorrow; for now you can pay from your own account or in cash. The amount is provisional: no published rule was found.',
  ),
  'nothing-shareable': toBoth('You can wait for the next money paid into the personal account, or pay another way.'),
  'own-balance-empty': { owner: 'Your account is used next.', relative: 'Their account is used next.' },
  'own-not-chosen': toBoth('Please choose your own account when settling, if you want it used.'),
  'over-sponsor-count': toBoth('Please pay the rest another way.'),
  'nothing-left-to-pay': toBoth('Nothing needs to be done.'),
};
