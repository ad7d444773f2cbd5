import type { English } from '../catalogue';
import type * as ZH from '../zh/premium';

export const PREMIUM: English<typeof ZH.PREMIUM> = {
  links: {
    records: 'Premiums you paid',
    recordsNote: 'Where each one stands, and its receipt',
    policy: 'Rules of a region',
    policyNote: 'Payment periods, waiting periods and their sources',
  },
  coverYear: 'Year of cover',
  year: '{year}',
  nobody: {
    title: 'No relative to pay for yet',
    text: 'First bind a relative, and switch on resident insurance premiums under “Pay for them from your personal account”.',
    noAccount: 'You have no personal account to pay from',
    noAccountText:
      'A relative’s premium is paid from one’s own personal account of employee insurance. Your own resident premium can be paid by a relative from theirs, or at the tax office.',
    fromAccount: 'A relative’s premium is paid from one’s own personal account of employee insurance.',
    paidForMe: '{payer} pays your premium for {year}: {state}',
    paidForMeText: 'Please do not pay it anywhere else; “Premiums you paid” says where it stands.',
  },
  obstacle: {
    title: 'You cannot pay this premium now',
    closed: '“Pay for them from your personal account” is not switched on.',
    proposed: '“Pay for them from your personal account” is still waiting for them to confirm.',
    paused: '“Pay for them from your personal account” is paused.',
    unticked: '“Resident insurance premium” is not among the uses you allowed.',
    seeGrants: 'See what you share with this relative',
  },
  levy: {
    owed: 'Premium for {year}',
    state: 'Status',
    payer: 'Paid by',
    window: 'Payment period',
    left: 'Time left',
    assumed: 'No published amount for {year} was found; what the tax office says is owed counts.',
  },
  state: {
    due: 'Due',
    applied: 'Under way',
    paid: 'Paid',
    'nothing-due': 'Nothing to pay',
  },
  window: {
    unknown: 'We found no published payment period for {year} in {region}. Please ask the tax office.',
    from: 'From {opens}',
    until: 'Until {closes}',
    between: '{opens} to {closes}',
    opensIn: 'Not open yet, {days#day|days} to go',
    left: '{days#day|days} left',
    lastDay: 'Today is the last day',
    closed: 'Closed',
  },
  act: {
    records: 'See the premiums you paid',
    ownRecord: 'Please do not pay again; where it stands and its receipt are in your payments.',
    own: 'See this payment',
    ownOf: 'See this payment: {name}',
    limits: 'Change the limits',
    othersRecord: 'This one was not paid by you; its record and receipt are with whoever paid.',
    check: 'Look and pay',
    checkOf: 'Look and pay: {name}',
    together: 'Pay together with other relatives',
    togetherOf: 'Pay together with other relatives: {name} {sum}',
    checkTogether: 'Check {people#person|people} together, {sum} in total',
    paidLater: 'You pay only after checking on the next page',
  },
};
