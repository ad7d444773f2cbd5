import type { EnglishErrors, PhoneCode } from './phone-errors';

type Begins = 'CERTIFICATE' | 'NAME' | 'IDENTITY' | 'FACE' | 'BINDING' | 'INVITATION' | 'ORDER' | 'LIMIT';
export type BindingCode = Extract<PhoneCode, `${Begins}_${string}`>;

const SEE_STATE = 'Please refresh and look at the present state.';
const ONLY_SHOW = 'you can still switch on only “Show their insurance code”.';

export const BINDING_ERRORS: EnglishErrors<BindingCode> = {
  CERTIFICATE_INVALID: {
    text: 'The certificate number is not right: {reason}',
    nextStep: 'Please check each digit against the original document.',
  },
  NAME_INVALID: {
    text: 'The name has characters that cannot be read.',
    nextStep: 'Please write it as on the document; rare characters and the dot “·” are supported.',
  },
  IDENTITY_NOT_CONFIRMED: {
    text: 'Name, certificate number and place of insurance do not belong together.',
    nextStep:
      'Please check the original document; if it is right, have it checked at the medical insurance counter where the person is insured.',
  },
  FACE_CHECK_UNKNOWN: {
    text: 'There is no such face check, or it is more than 10 minutes old.',
    nextStep: 'Please start the face check again.',
  },
  BINDING_NOT_FOUND: { text: 'This family account binding was not found.', nextStep: 'Please go back to the list under “Family”.' },
  BINDING_RELATION_NOT_ALLOWED: {
    text: 'This is not a close relative who can be bound: {relation}.',
    nextStep:
      'Under Article 1045 of the Civil Code only these can be bound: spouse, parents, children, brothers and sisters, grandparents and grandchildren on both sides.',
  },
  BINDING_SELF: { text: 'You cannot bind yourself.', nextStep: 'Your own code is shown under “My code”.' },
  BINDING_DUPLICATE: {
    text: 'You have bound this relative already, or are waiting for them to confirm.',
    nextStep: 'Please look for them in the list under “Family”.',
  },
  BINDING_RELATION_IMPOSSIBLE: {
    text: 'The relation you chose does not fit the dates of birth or a relation that is already bound.',
    nextStep: 'Please choose the relation again; if it is right, take the household register to a counter.',
  },
  BINDING_NOTHING_GRANTED: {
    text: 'Neither switch is on.',
    nextStep: 'Please switch on at least one: showing their insurance code, or paying for them from your personal account.',
  },
  BINDING_NO_USE_CHOSEN: {
    text: 'You have not chosen what the personal account may pay for.',
    nextStep: 'Please choose at least one use, or the binding cannot be used.',
  },
  BINDING_USE_NOT_ALLOWED: {
    text: 'The rules of {region} do not have “{use}” among the uses of family sharing.',
    nextStep: 'Please pay for this another way and do not tick it. The rule is under “Rules of a region”.',
  },
  BINDING_SPONSOR_HAS_NO_ACCOUNT: {
    text: 'You have no employee insurance personal account, so you cannot pay for relatives from it.',
    nextStep: 'You can switch on only “Show their insurance code”; the other once you are in employee insurance.',
  },
  BINDING_SPONSOR_NOT_INSURED: {
    text: 'Your employee insurance is not in order right now.',
    nextStep: 'Please have it restored by your employer or the counter where you are insured, and bind then.',
  },
  BINDING_RELATIVE_NOT_INSURED: {
    text: 'This relative is not properly insured right now.',
    nextStep: 'Please register them for insurance first.',
  },
  BINDING_OUTSIDE_PROVINCE: {
    text: 'This relative is not insured in {province}, and family sharing works only within the province.',
    nextStep: `For now ${ONLY_SHOW} Across provinces, please use the wallet of the National Healthcare Security platform.`,
  },
  BINDING_TOO_MANY_RELATIVES: {
    text: 'In {region}, one person’s account can be used by {limit#relative|relatives} at a time, and yours is full.',
    nextStep: 'Once you switch off “Pay for them from your personal account” for one relative, you can switch it on here.',
  },
  BINDING_RELATION_CAP_REACHED: {
    text: '{relation}: at most {limit} can be bound, and that is reached.',
    nextStep: 'Please check the relation; to replace somebody, unbind them first.',
  },
  BINDING_TOO_MANY_SPONSORS: {
    text: 'In {region}, one person can have {limit#sponsor|sponsors}, and this relative has them already.',
    nextStep: `One of them has to unbind first; ${ONLY_SHOW}`,
  },
  BINDING_ROLE_EXCLUSIVE: {
    text: 'In {region}, nobody can be both sponsor and user.',
    nextStep: `Please end the binding of the other kind first; ${ONLY_SHOW}`,
  },
  BINDING_TOO_MANY_EVER: {
    text: 'In {region}, one can share with {limit#relative|different relatives} over time, and that is reached.',
    nextStep: 'Relatives you bound before can be bound again and do not count twice; otherwise please ask at a counter.',
  },
  BINDING_TOO_MANY_SHOWN: {
    text: 'In {region}, one person can show the codes of {limit#relative|relatives}, and you have reached that.',
    nextStep: 'Please switch off “Show their insurance code” for one relative first.',
  },
  BINDING_TOO_MANY_SHOWERS: {
    text: 'In {region}, one person’s code can be shown by {limit#other person|other people}, and that is reached for this relative.',
    nextStep: 'One of them has to switch it off first.',
  },
  BINDING_TOO_MANY_THIS_MONTH: {
    text: 'In {region}, one can bind {limit#time|times} a month for “Show their insurance code”, and yours are used up for this month.',
    nextStep:
      'You can turn on “Pay for them from your personal account” alone for now; or do it from the 1st of next month, and if it is urgent, go to a counter.',
  },
  BINDING_DATES_INVALID: {
    text: 'The dates are not right: not before today, and the end after the start.',
    nextStep: 'Please choose the dates again.',
  },
  BINDING_CAP_INVALID: {
    text: 'A limit has to be more than 0, and the limit for each payment not more than the monthly one.',
    nextStep: 'Please enter the limits again, or choose no limit.',
  },
  BINDING_END_DATE_REQUIRED: {
    text: '{region} requires an end date.',
    nextStep: 'Please choose until which day family sharing lasts; you can change it later.',
  },
  BINDING_PLACE_REQUIRED: {
    text: '{region} requires a place in the deduction order when binding.',
    nextStep: 'Please enter which place you have: 1 means that your account pays first.',
  },
  BINDING_CAP_REQUIRED: { text: '{region} requires this to be set: {limit}.', nextStep: 'Please enter this limit and submit again.' },
  BINDING_LIMIT_REQUIRED: {
    text: '{region} requires you to say first how much all relatives together may use.',
    nextStep: 'Please enter this amount.',
  },
  BINDING_GUARDIAN_STATEMENT_REQUIRED: {
    text: 'This relative is under {age}, so the guardian has to pledge.',
    nextStep: 'Please read and sign the guardian’s pledge.',
  },
  BINDING_CONSENT_OUTDATED: { text: 'The notice of consent was renewed.', nextStep: 'Please read the new notice and sign it.' },
  BINDING_STATE_CONFLICT: { text: 'This cannot be done in the binding’s present state.', nextStep: SEE_STATE },
  BINDING_GRANT_OPEN: { text: 'This switch is on already, or waiting for them to confirm.', nextStep: SEE_STATE },
  BINDING_PAUSED_BY_OTHER: { text: 'They paused this, and only they can resume it.', nextStep: 'Please ask them to resume it.' },
  BINDING_TERMS_NEED_CONSENT: {
    text: 'This change needs the other side’s consent.',
    nextStep: 'Please switch it off first, then on again with the new terms, for them to confirm.',
  },
  BINDING_FACE_CHECK_REQUIRED: {
    text: 'The person has to pass a face check before agreeing.',
    nextStep: 'Please try the face check again; if it does not work, take your identity card to the counter where you are insured.',
  },
  BINDING_END_TOO_EARLY: {
    text: 'In {region}, family sharing can be unbound only after {months#month|months}, at the earliest on {date}.',
    nextStep: 'Until then you can pause it; nothing is taken while it is paused.',
  },
  INVITATION_INVALID: {
    text: 'The invitation link is not valid, or was not sent to you.',
    nextStep: 'Please open it in the WeChat of the person invited; if that does not work, ask for it to be sent again.',
  },
  BINDING_INVITATION_EXPIRED: { text: 'The invitation has expired.', nextStep: 'Please ask them to start the binding again.' },
  BINDING_END_NOT_ALLOWED: {
    text: 'In {region}, only the sponsor can pause or unbind family sharing.',
    nextStep: 'Please ask the sponsor to pause or unbind it.',
  },
  BINDING_HAS_OPEN_PAYMENT: {
    text: 'A resident insurance premium is still under way, so you cannot unbind now.',
    nextStep: 'The payer can void it first; otherwise unbind once it is cleared.',
  },
  ORDER_FIXED: {
    text: 'In {region}, you cannot change the deduction order yourself.',
    nextStep: 'The present order and its rule are under “Deduction order”.',
  },
  ORDER_INCOMPLETE: { text: 'The sponsors have changed; the order was not saved.', nextStep: 'Please refresh and arrange it again.' },
  LIMIT_BELOW_SPENT: {
    text: 'The limit cannot be less than the {spent} that relatives have already used.',
    nextStep: 'Please enter a higher limit, or pause family sharing.',
  },
  LIMIT_OVER_BALANCE: { text: 'At most {most} can be set aside.', nextStep: 'Please enter a smaller amount.' },
  LIMIT_NOT_LOWER: {
    text: 'Money that was moved to the family sharing account cannot be moved back.',
    nextStep: 'You can pause family sharing; nothing is taken while it is paused.',
  },
  LIMIT_MOVES_USED: {
    text: 'In {region}, money can be moved {limit#time|times} a month, and this month’s are used up.',
    nextStep: 'Please move it from the 1st of next month.',
  },
};
