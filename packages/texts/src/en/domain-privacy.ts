import type { English, EnglishRows } from '../catalogue';
import type { DOMAIN } from '../domain-words';

// What the domain says of personal information, of consent and of an account's end.

const BOUND = 'You and they are bound in a family account, and the page has to show who is who.';
const AT_THE_COUNTER = 'Your insurance code was just scanned there, and settling needs it.';

export const LOOKS: EnglishRows<typeof DOMAIN.LOOKS, 'what' | 'why'> = {
  card: {
    what: 'Saw your name and certificate number (masked), your age, where you are insured and how you are bound',
    why: BOUND,
  },
  conditions: {
    what: 'Saw whether your binding can be used, and why',
    why: 'Both sides of a binding can see what it depends on, but not your balance.',
  },
  named: {
    what: 'Entered your name and certificate number to see whether you can be bound',
    why: 'What a binding depends on is checked first. Showing your code needs your consent; family sharing, by the rules of where they are insured, is sometimes opened by their promise alone.',
  },
  levy: { what: 'Looked up your resident insurance premium and your benefits', why: 'They are bound to you and about to pay for you.' },
  premium: {
    what: 'Saw the records of paying your resident insurance premium',
    why: 'These premiums were paid from their personal account.',
  },
  cover: {
    what: 'Saw what became of the premium you paid for them (no amount, no account)',
    why: 'It was you who paid their resident insurance premium for that year.',
  },
  receipt: {
    what: 'Saw your receipt (name and certificate number masked)',
    why: 'The premium was paid from their personal account, and the receipt belongs to whoever paid.',
  },
  'receipt-verified': {
    what: 'Checked your receipt and saw the family name, the year and the amount',
    why: 'There is a QR code on a receipt: whoever holds it can check that it is genuine.',
  },
  calendar: { what: 'Saw your payment period, end dates and the day you turn 16', why: BOUND },
  deduction: {
    what: 'Saw how much your account would pay, when trying out a deduction',
    why: 'You agreed to pay for them from your personal account. They do not see your balance.',
  },
  'code-shown': {
    what: 'Showed your insurance code for you',
    why: 'You or your guardian agreed that they show it for you. Once settled, their phone shows what this visit cost in all.',
  },
  'code-result': {
    what: 'Saw the scan and the result of a code they showed for you (where, and what it cost in all)',
    why: 'It was they who showed the code for you.',
  },
  'settlement-share': {
    what: 'Saw a bill they helped to pay for you: where, when and what they paid',
    why: 'A part of it was paid from their personal account. They do not see here what it cost in all.',
  },
  'offline-key': {
    what: 'Set up your insurance code without network on their phone',
    why: 'You or your guardian agreed that they show it for you.',
  },
  scanned: {
    what: 'Scanned your insurance code and received your name and certificate number (in full)',
    why: 'You showed the code; for care and medicine they have to check that it is you.',
  },
  identity: { what: 'Looked up your insurance and what is available in your personal account', why: AT_THE_COUNTER },
  benefit: { what: 'Looked up whether you can have insurance benefits', why: AT_THE_COUNTER },
  split: { what: 'Tried out who pays how much of your bill', why: AT_THE_COUNTER },
  'sponsor-split': {
    what: 'Saw how much your account would pay of a relative’s bill (name masked)',
    why: 'You agreed to pay for this relative from your personal account. They do not see your balance.',
  },
};

export const PRIVACY_TEXT: Omit<English<typeof DOMAIN.PRIVACY_TEXT>, 'version' | 'from'> = {
  title: 'How personal information is used',
  lead: 'Please read this first. Before you agree, nothing about your insurance is read or kept.',
  items: [
    {
      what: 'Your WeChat log-in identifier (without nickname and picture)',
      purpose: 'to know that it is you who logs in',
      until: 'until you delete your account',
    },
    {
      what: 'Name, certificate number, date of birth, where and whether you are insured (encrypted)',
      purpose: 'to show the insurance code and to check bindings and payments',
      until: 'until you delete your account',
    },
    {
      what: 'Family account bindings, signatures and records of consent',
      purpose: 'to show who agreed to what if there is a dispute',
      until: 'also after unbinding, as proof of consent',
    },
    {
      what: 'Every movement of your personal account, settlements and premiums paid',
      purpose: 'deductions, refunds and checking the books',
      until: 'as the law requires for accounts; without your name once you delete your account',
    },
    {
      what: 'When a code was shown, on which phone, and who scanned it',
      purpose: 'so that you can see who showed it and where it was scanned',
      until: 'as long as the accounts',
    },
    {
      what: 'The model of your phone and when you logged in',
      purpose: 'so that you know which phones are logged in, and can log out a lost one',
      until: 'log-ins 12 hours at most; the name of the phone until you delete your account',
    },
    {
      what: 'Complaints and suggestions, and the telephone number you leave (the number encrypted)',
      purpose: 'to deal with them and answer you, by their number',
      until: 'as proof of what was done, for 3 years after you delete your account',
    },
  ],
  others: [
    'Relatives you are bound to see your name and certificate number masked, your age, where and how you are insured, what resident premium is due and until when, and when the binding ends; never your balance.',
    'A relative who pays for you sees where and when that was, and what they paid; one who shows your code also sees what that visit cost in all.',
    'Each look of a relative is noted under “Who has seen my information”.',
    'A hospital or pharmacy that scans your code sees your name, certificate number and available balance, for this one settlement.',
    'The tax office receives the certificate number of the insured person when a premium is looked up or paid.',
    'Nothing is used for advertising or given to other companies.',
    'Of WeChat’s functions, these are used only when you tap: scanning (to check a receipt), saving a picture, adding to the phone’s calendar, copying to the clipboard and the face check.',
    'Besides, the model of your phone is read when you log in; and while a code is shown, it is known that you took a screenshot, so that the code can be replaced, but not what is in it.',
  ],
  rights: [
    'See at any time who has seen your information',
    'Export everything that is kept',
    'Withdraw your consent and log out everywhere',
    'Delete your account',
    'Go to a medical insurance counter, without a phone',
  ],
  withdrawal: {
    ends: [
      'All phones are logged out at once',
      'Insurance codes without network, on your phone and yours on other phones, are void',
      'A code that is being shown stops working at once',
    ],
    stays: [
      'Accounts, settlements and premiums are kept as the law requires, and cannot be deleted.',
      'Family account bindings do not end by themselves: deductions that were agreed to go on. If you do not want them, please unbind first.',
      'When you log in again, you are asked to read and agree again.',
    ],
  },
};

export const DELETION_EFFECTS: Omit<English<typeof DOMAIN.DELETION_EFFECTS>, 'keeps'> & {
  readonly keeps: readonly { readonly what: string; readonly why: string; readonly until: string }[];
} = {
  deletes: [
    'Name, certificate number, date of birth and WeChat log-in identifier',
    'Log-ins of all phones, their names, codes without network and any code being shown',
    'All your messages and your deduction order',
    'Receipts and your relatives’ records then call you “a person who left”',
  ],
  keeps: [
    {
      what: 'Movements of the personal account, settlements and premiums (without your name)',
      why: 'Accounting law: books have to be open to checks and cannot be changed',
      until: '30 years',
    },
    {
      what: 'Signatures, consent and withdrawal, who saw whom, and the log of what was done (without your name)',
      why: 'Personal information law and limitation periods: it must be clear in a dispute',
      until: '3 years',
    },
    {
      what: 'Complaints you wrote and their answers (with the telephone number you left, encrypted)',
      why: 'It must be possible to find by its number how a complaint was answered',
      until: '3 years',
    },
    {
      what: 'Your medical insurance and the money in your personal account',
      why: 'They belong to the insurance office; deleting this account changes neither your care nor your balance',
      until: 'Not affected',
    },
  ],
};

export const CONSENT: Omit<English<typeof DOMAIN.CONSENT>, 'version'> = {
  title: 'Notice of consent for family account bindings',
  paragraphs: [
    'This system is a demonstration and no official service; the people and accounts in it are made up.',
    'A family account binding has two switches that do not depend on each other. “Show their insurance code”: you can show this relative’s code for them; nobody’s money is touched. “Pay for them from your personal account” (family sharing): this relative’s costs can be taken from your employee insurance personal account.',
    'Please bind only close relatives under Article 1045 of the Civil Code: spouse, parents, children, brothers and sisters, grandparents and grandchildren on both sides. You promise that the relation you give is true.',
    'A relative’s code may be shown only for their own care and medicine, while they are there or have really asked you to; lending or misusing a code has legal consequences.',
    'With family sharing, the relative’s own account pays first; the rest is taken from the sponsors’ accounts in the region’s order, never more than the limits you set for each payment and each month, and within the rules where you are insured. You are told of every deduction.',
    'When you pay a relative’s resident insurance premium, the money is held first, and counts as paid once the tax office confirms it. Before it is cleared it can be voided within the time shown.',
    'Both sides can see what changed in the binding. Unbinding follows the rules where you are insured; a premium that is under way has to be voided or finished first. After unbinding nothing is taken any more.',
    'When it ends: you choose later to go on without end date or to give one (where the place of insurance asks for one, it has to be given), and check it once more before signing. With a date it ends by itself after that day.',
    'The binding also ends when either side unbinds, when one of the two dies, or in the cases that the rules of the place of insurance name (such as insurance that moves or ends). When a minor reaches the age of consent, “Show their insurance code” needs their own confirmation. Both sides are told when it ends.',
    'We keep both sides’ names, certificate numbers (encrypted), the relation, signatures and records, to check identities, for deductions and in disputes.',
  ],
};
