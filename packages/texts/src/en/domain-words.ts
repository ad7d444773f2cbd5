import type { English, EnglishRows } from '../catalogue';
import type { DOMAIN } from '../domain-words';

// The English for the domain's tables of words, by their names.

export const BINDING_STATE_TEXT: English<typeof DOMAIN.BINDING_STATE_TEXT> = {
  proposed: 'Waiting for them to confirm',
  active: 'Bound',
  paused: 'Paused',
  ended: 'Ended',
};

export const CERTIFICATE_KIND_TEXT: English<typeof DOMAIN.CERTIFICATE_KIND_TEXT> = {
  'resident-id': 'Resident identity card',
  'hmt-residence-permit': 'Residence permit for Hong Kong, Macao and Taiwan residents',
  'birth-certificate': 'Birth certificate',
};

export const CLAIMED_RELATION_TEXT: English<typeof DOMAIN.CLAIMED_RELATION_TEXT> = {
  spouse: 'Spouse',
  parent: 'Parent',
  child: 'Child',
  sibling: 'Brother or sister',
  'paternal-grandparent': 'Father’s parent',
  'maternal-grandparent': 'Mother’s parent',
  'paternal-grandchild': 'Son’s child',
  'maternal-grandchild': 'Daughter’s child',
  'parent-in-law': 'Parent-in-law',
  'child-in-law': 'Child-in-law',
  'sibling-in-law': 'Brother- or sister-in-law',
  other: 'Another relative',
};

export const COMPLAINT_KIND_TEXT: English<typeof DOMAIN.COMPLAINT_KIND_TEXT> = {
  debit: 'A question about a deduction',
  binding: 'Binding or unbinding',
  premium: 'Paying a relative’s premium',
  code: 'My code',
  privacy: 'Personal information',
  suggestion: 'A suggestion',
  other: 'Other',
};

export const COMPLAINT_STATE_TEXT: English<typeof DOMAIN.COMPLAINT_STATE_TEXT> = {
  received: 'Received, waiting for an answer',
  answered: 'Answered',
  closed: 'Ended',
};

export const ENTRY_KIND_TEXT: English<typeof DOMAIN.ENTRY_KIND_TEXT> = {
  opening: 'Opening balance',
  credit: 'Paid into the personal account',
  'year-switch': 'This year’s balance moved to earlier years',
  settlement: 'Care or medicine',
  'settlement-void': 'Care or medicine taken back, money returned',
  'premium-hold': 'Premium for a relative, held for now',
  'premium-paid': 'Premium for a relative, taken',
  'premium-released': 'Premium for a relative not taken, hold lifted',
  refund: 'Refund',
};

export const FUND_USE_TEXT: English<typeof DOMAIN.FUND_USE_TEXT> = {
  care: 'Seeing a doctor',
  drug: 'Buying medicine',
  device: 'Medical devices and supplies',
  premium: 'Resident insurance premium',
  'ltc-premium': 'Long-term care insurance premium',
};

export const GRANT_KIND_TEXT: English<typeof DOMAIN.GRANT_KIND_TEXT> = {
  'show-code': '“Show their insurance code”',
  'share-funds': '“Pay for them from your personal account”',
};

export const GRANT_STATE_TEXT: English<typeof DOMAIN.GRANT_STATE_TEXT> = {
  proposed: 'Waiting for confirmation',
  active: 'Switched on',
  paused: 'Paused',
  ended: 'Switched off',
};

export const GRANT_STEPS: EnglishRows<typeof DOMAIN.GRANT_STEPS, 'text'> = {
  proposed: { text: 'Started, waiting for them to confirm' },
  'sponsor-pledged': { text: 'Switched on by the sponsor’s pledge' },
  'guardian-stated': { text: 'Switched on by the guardian’s pledge' },
  'temporary-member': { text: 'Switched on as a temporary member, for resident insurance premiums only' },
  accepted: { text: 'Agreed to by the person themselves' },
  'accepted-with-face-check': { text: 'Agreed to by the person themselves, with a face check' },
  declined: { text: 'Not agreed to' },
  withdrawn: { text: 'Withdraw the invitation' },
  'invitation-expired': { text: 'Invitation expired' },
  'paused-by-owner': { text: 'Pause' },
  'paused-by-relative': { text: 'Pause' },
  'resumed-by-owner': { text: 'Resume' },
  'resumed-by-relative': { text: 'Resume' },
  'closed-by-owner': { text: 'Switch off' },
  'closed-by-relative': { text: 'Switch off' },
  'unbound-by-owner': { text: 'Unbind' },
  'unbound-by-relative': { text: 'Unbind' },
  'ran-out': { text: 'Reached its end date' },
  'came-of-age': { text: 'Reached the age of consent; now to be confirmed by the person themselves' },
  'owner-insurance-paused': { text: 'The sponsor’s insurance was paused; ended by itself' },
  'owner-insurance-ended': { text: 'The sponsor’s insurance ended; ended by itself' },
  'owner-moved': { text: 'The sponsor moved to another insurance region; ended by itself' },
  'owner-died': { text: 'The person who started the binding has died; ended by itself' },
  'relative-insurance-paused': { text: 'The user’s insurance was paused; ended by itself' },
  'relative-insurance-ended': { text: 'The user’s insurance ended; ended by itself' },
  'relative-moved': { text: 'The user moved to another insurance region; ended by itself' },
  'relative-died': { text: 'The bound relative has died; ended by itself' },
};

export const MESSAGE_KIND_TEXT: English<typeof DOMAIN.MESSAGE_KIND_TEXT> = {
  money: 'Money in and out',
  premium: 'Premiums',
  binding: 'Bind',
  dates: 'Reminders',
  other: 'Other',
};

export const POT_TEXT: English<typeof DOMAIN.POT_TEXT> = { currentYear: 'This year’s account', carriedOver: 'Earlier years’ account' };
