import type { English } from '../catalogue';
import type * as ZH from '../zh/tour';

export const TOUR: English<typeof ZH.TOUR> = {
  title: 'A tour of the demonstration',
  now: 'Who you are now',
  story: '{name}: {story}',
  other: 'Be somebody else',
  next: 'What to try next',
  allDone: 'You have tried it all. Be somebody else, or look around under “Family” and “Premiums”.',
  counter: 'Cashier’s counter (demonstration)',
  hand: 'Hand this code to the counter (demonstration)',
  noCode: 'Open “My code” on the left; once it is shown, you can hand it to the counter.',
  clock: 'Would you like to see the clearing at the end of a month, a term that ends, or a new year?',
  clockLink: 'Change the date on the sandbox’s first page',
  hint: {
    shown: 'Open “My code” on the phone: nothing to bind, your own code works at once.',
    handed: 'Press “Hand this code to the counter”: it stands in for a real scanner.',
    settled: 'Choose a sample list at the counter, try it and settle it: the phone goes to the result by itself.',
    family: 'Bind a relative under “Family”: see the conditions, sign, and they confirm on their own phone.',
    premium: 'Pay a relative’s resident insurance premium from your personal account under “Premiums”.',
  },
};
