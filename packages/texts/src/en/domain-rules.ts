import type { English } from '../catalogue';
import type { DOMAIN } from '../domain-words';

// The words that the rules of a region are told in.

export const CONSENT_TEXT: English<typeof DOMAIN.CONSENT_TEXT> = {
  'sponsor-only': 'The sponsor’s pledge is enough for family sharing; the user need not confirm it.',
  'relative-accepts': 'The user has to confirm family sharing themselves.',
  'spouse-accepts': 'A spouse has to log in and confirm family sharing; for other relatives the sponsor’s pledge is enough.',
  'face-check': 'The user has to confirm family sharing with a face check; under 16 the sponsor’s pledge is enough.',
  'accepts-or-premium-only':
    'The user has to confirm family sharing; whoever has not can only be a temporary member, whose resident insurance premium the sponsor pays.',
};

export const GROUP_TEXT: English<typeof DOMAIN.GROUP_TEXT> = {
  newborn: 'newborn babies',
  'fixed-amount-aided': 'people aided with a fixed amount',
  'extreme-poverty': 'people in extreme poverty',
  orphan: 'orphans',
  'low-income': 'people on low incomes, such as the minimum allowance',
};

export const INSTITUTION_KIND_TEXT: English<typeof DOMAIN.INSTITUTION_KIND_TEXT> = {
  hospital: 'designated hospitals',
  pharmacy: 'designated pharmacies',
};

export const LIMIT_TEXT: English<typeof DOMAIN.LIMIT_TEXT> = {
  shared: 'a limit to what all relatives together can spend',
  'per-payment': 'a limit for each payment of each relative',
  'per-month': 'a monthly limit for each relative',
};

export const PAPER_TEXT: English<typeof DOMAIN.PAPER_TEXT> = {
  'owner-id': 'your identity document',
  'relative-id': 'your relative’s identity document',
  'household-register': 'the pages of both in the household register',
  commitment: 'a pledge (signed in this program)',
  'informed-consent': 'a statement of consent (signed in this program)',
  'electronic-signature': 'a handwritten electronic signature',
  'owner-face-check': 'your face check',
  'relative-face-check': 'your relative’s face check',
};

export const SELF_ENDING_TEXT: English<typeof DOMAIN.SELF_ENDING_TEXT> = {
  'owner-insurance-paused': 'the sponsor’s insurance is paused',
  'owner-insurance-ended': 'the sponsor’s insurance ends',
  'owner-moved': 'the sponsor moves to another insurance region',
  'relative-insurance-paused': 'the user’s insurance is paused',
  'relative-insurance-ended': 'the user’s insurance ends',
  'relative-moved': 'the user moves to another insurance region',
};

export const RULE_KIND_TEXT: English<typeof DOMAIN.RULE_KIND_TEXT> = {
  relations: { title: 'Relatives who can be bound', whenUnknown: 'Nobody can be bound.' },
  maxRelatives: { title: 'How many relatives at a time', whenUnknown: 'The number is not limited.' },
  maxRelativesEver: { title: 'How many relatives ever', whenUnknown: 'The number over time is not limited.' },
  relationCaps: { title: 'How many of one relation', whenUnknown: 'Not limited by relation.' },
  maxSponsorsPerUser: { title: 'How many sponsors each', whenUnknown: 'The number of sponsors is not limited.' },
  rolesExclusive: { title: 'Whether one can be both', whenUnknown: 'One person can be both sponsor and user.' },
  maxShown: { title: 'How many relatives’ codes one can show', whenUnknown: 'The number is not limited.' },
  maxShowers: { title: 'How many can show one person’s code', whenUnknown: 'The number is not limited.' },
  maxBindingsPerMonth: { title: 'How often one can bind in a month', whenUnknown: 'It is not limited how often.' },
  showCodeConsentFromAge: {
    title: 'Age of consent',
    whenUnknown: 'From 16 the person has to agree themselves; under that age the guardian pledges.',
  },
  shareFundsConsent: {
    title: 'Who confirms family sharing',
    whenUnknown: 'The user confirms it; under the age of consent the guardian pledges.',
  },
  papers: { title: 'What to bring', whenUnknown: 'Nothing is asked for beside both certificate numbers and a signature.' },
  grantEndDate: { title: 'End date', whenUnknown: 'The end date can be left open.' },
  minMonthsBeforeEnd: { title: 'Shortest time of a binding', whenUnknown: 'Not limited; you can unbind at any time.' },
  whoMayEnd: { title: 'Who can unbind', whenUnknown: 'Both sides can unbind.' },
  selfEnding: {
    title: 'When it ends by itself',
    whenUnknown: 'It ends by itself only at its end date or when somebody dies; while the insurance is not in order it cannot be used.',
  },
  shareScope: { title: 'How far it reaches', whenUnknown: 'Family sharing is not offered.' },
  shareable: { title: 'Which balance can be shared', whenUnknown: 'No balance can be shared.' },
  requiredLimits: { title: 'Limits that have to be set', whenUnknown: 'Limits can be set or left open.' },
  uses: { title: 'What sharing can pay for', whenUnknown: 'Family sharing is not offered.' },
  deductionOrder: {
    title: 'Deduction order',
    whenUnknown: 'The person’s own account first, then each sponsor’s in the order of binding.',
  },
  maxSponsorsPerSettlement: { title: 'How many sponsors for one bill', whenUnknown: 'Not limited: in order, until it is enough.' },
  counterLimits: {
    title: 'Limits at the counter',
    whenUnknown: 'No further limits to how often, how much and where relatives’ accounts are used.',
  },
  potOrder: { title: 'This year’s or earlier years’ account first', whenUnknown: 'Earlier years’ account first, then this year’s.' },
  codeTtlSeconds: { title: 'How long a code is good', whenUnknown: 'Refreshed every 30 seconds.' },
  offlineCode: { title: 'Insurance code without network', whenUnknown: 'Not offered; showing a code needs a network.' },
  premiumWindow: {
    title: 'Payment period',
    whenUnknown: 'Not limited by date; whether it can be paid depends on what the tax office has as due.',
  },
  premiumAmounts: {
    title: 'Amount of the resident insurance premium',
    whenUnknown: 'No amount is foretold; the tax office says how much is due.',
  },
  premiumClearing: { title: 'How a premium is cleared', whenUnknown: 'Premiums cannot be paid from personal accounts.' },
  premiumExcludedGroups: { title: 'Whose premium cannot be paid', whenUnknown: 'Nobody is excluded.' },
  premiumOnlyInWindow: {
    title: 'Whether premiums can be paid outside the period',
    whenUnknown: 'Not limited to the payment period; whether it can be paid depends on what the tax office has as due.',
  },
  premiumBalanceOverFen: { title: 'Lowest balance for paying a premium', whenUnknown: 'A balance that is enough for it will do.' },
  premiumRefund: { title: 'Refund of a premium', whenUnknown: 'Refunds are not handled here; please apply to the tax office.' },
  waitingPeriod: {
    title: 'Waiting period',
    whenUnknown: 'It is not known from when benefits hold, so premiums cannot be paid from personal accounts.',
  },
};
