import type { English } from '../catalogue';
import type * as ZH from '../zh/relatives';

export const RELATIVES: English<typeof ZH.RELATIVES> = {
  group: {
    awaiting: 'Waiting for your answer',
    mine: 'Relatives you have bound',
    others: 'Relatives who have bound you',
    ended: 'Ended',
  },
  none: {
    title: 'No relative is bound yet',
    text: 'Once bound, you can show a relative’s insurance code, or pay for them from your personal account. It takes about 3 minutes.',
  },
  begun: {
    draft: 'A binding is not filled in to the end yet',
    draftOf: 'Binding {name} is not filled in to the end yet',
    draftNote: 'What you filled in is still on this phone. Tap here to go on.',
  },
  invitation: {
    answer: 'Please read and answer',
    validBefore: 'Valid until {time}',
    expires: 'Valid until {time}. After that it ends by itself.',
  },
  act: {
    pause: 'Pause',
    resume: 'Resume',
    change: 'Change',
    close: 'Switch off',
    open: 'Switch on',
    withdraw: 'Withdraw the invitation',
    why: 'Why',
    spoken: '{act}: {what}',
  },
  switch: {
    notOpen: 'Not switched on',
    pausedByOther: 'They paused this, and only they can resume it.',
    openNotNow: 'This cannot be switched on now.',
    changeNotNow: 'This cannot be changed now.',
  },
  terms: {
    open: 'No end date',
    until: 'Until {day} (that day included)',
    perPayment: 'At most {payment} each time',
    perMonth: 'At most {month} a month',
    both: 'At most {payment} each time and {month} a month',
    unlimited: 'No limit',
    place: 'Number {place}',
  },
};

export const GRANTS: English<typeof ZH.GRANTS> = {
  owner: {
    'show-code': 'Show their insurance code',
    'share-funds': 'Pay for them from your personal account',
  },
  relative: {
    'show-code': 'They show your insurance code',
    'share-funds': 'They pay for you from their personal account',
  },
  note: {
    'show-code': 'The national insurance’s “family account”. It only shows the code and does not touch your money.',
    'share-funds': 'The “family sharing” of employee insurance. Your relative’s costs are taken from your personal account.',
  },
  withdrawal: 'Once withdrawn, this invitation can no longer be accepted. You can start again whenever you need to.',
};

export const GRANT_PAUSE: English<typeof ZH.GRANT_PAUSE> = {
  owner: {
    'show-code': 'While paused, you cannot show their insurance code. You can resume at any time.',
    'share-funds': 'While paused, their costs are not taken from your personal account. You can resume at any time.',
  },
  relative: {
    'show-code': 'While paused, they cannot show your insurance code. You can resume at any time.',
    'share-funds': 'While paused, your costs are not taken from their personal account. You can resume at any time.',
  },
};

export const GRANT_WHY: English<typeof ZH.GRANT_WHY> = {
  owner: {
    proposed: 'You asked, and they have not answered yet',
    'sponsor-pledged': 'Switched on by your pledge',
    'guardian-stated': 'Switched on by your pledge as their guardian',
    accepted: 'They agreed themselves',
    'accepted-with-face-check': 'They agreed themselves, with a face check',
    declined: 'They did not agree',
    withdrawn: 'You withdrew the invitation',
    'owner-insurance-paused': 'Your insurance was paused, so this ended by itself',
    'owner-insurance-ended': 'Your insurance ended, so this ended by itself',
    'owner-moved': 'Your insurance moved to another region, so this ended by itself',
    'relative-insurance-paused': 'Their insurance was paused, so this ended by itself',
    'relative-insurance-ended': 'Their insurance ended, so this ended by itself',
    'relative-moved': 'Their insurance moved to another region, so this ended by itself',
    'came-of-age': 'They have turned 16 and have to confirm it themselves',
  },
  relative: {
    proposed: 'They asked, and wait for your answer',
    'sponsor-pledged': 'Switched on by their pledge',
    'guardian-stated': 'Switched on by their pledge as your guardian',
    accepted: 'You agreed yourself',
    'accepted-with-face-check': 'You agreed yourself, with a face check',
    declined: 'You did not agree',
    withdrawn: 'They withdrew the invitation',
    'owner-insurance-paused': 'Their insurance was paused, so this ended by itself',
    'owner-insurance-ended': 'Their insurance ended, so this ended by itself',
    'owner-moved': 'Their insurance moved to another region, so this ended by itself',
    'relative-insurance-paused': 'Your insurance was paused, so this ended by itself',
    'relative-insurance-ended': 'Your insurance ended, so this ended by itself',
    'relative-moved': 'Your insurance moved to another region, so this ended by itself',
    'came-of-age': 'You have turned 16 and have to confirm it yourself',
  },
  byYou: { paused: 'You paused it', resumed: 'You resumed it', closed: 'You switched it off', unbound: 'You unbound' },
  byThem: { paused: 'They paused it', resumed: 'They resumed it', closed: 'They switched it off', unbound: 'They unbound' },
};
