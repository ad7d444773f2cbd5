import type { English } from '../catalogue';
import type * as ZH from '../zh/insurance-code';

export const INSURANCE_CODE: English<typeof ZH.INSURANCE_CODE> = {
  of: 'Insurance code of {name}',
  asking: 'Fetching the code…',
  slow: 'The network is slow; still fetching the code…',
  again: 'Try again',
  captured:
    'A screenshot was just taken. The code has been refreshed, and the one in the picture no longer works. Please do not send your code to anybody.',
  capturedOffline:
    'A screenshot was just taken. For a minute after it, the code in the picture may still be scanned. Please do not send your code to anybody.',
  law: 'Money can be shared, an insurance code cannot: it is only for the person’s own care and medicine. When you show a relative’s code, please have them there with you. Lending it or using another person’s name leads to suspension and perhaps a fine.',
  noNetwork: {
    title: 'The service cannot be reached, so the code cannot be used',
    next: 'Please go where there is a signal. If it is urgent, take your identity card or social security card to a counter.',
    stale: 'Expired',
    staleSpoken: 'The insurance code has expired',
    refresh: 'Refresh the code',
  },
  superseded: {
    title: 'This code cannot be used any more',
    next: 'Another window of this phone may have opened it too. Only the newest one can be scanned.',
    stale: 'No longer valid',
    staleSpoken: 'The insurance code is no longer valid',
    refresh: 'Show it here again',
  },
  countdown: {
    text: '{seconds#second|seconds} left, then it refreshes by itself',
    short: '{seconds#second|seconds} left',
    renew: 'Refresh',
    nearEnd: 'The insurance code of {name} has {seconds#second|seconds} left, then it refreshes',
    shown: 'The insurance code of {name} is shown and can be scanned',
    renewed: 'The insurance code of {name} has been refreshed',
  },
  picture: {
    bars: '{title}, bar code',
    qr: '{title}, QR code',
    narrow: 'The screen is narrow: for the bar code, please open the large picture.',
    enlarge: 'Enlarge',
    showDigits: 'Show the digits',
    hideDigits: 'Hide the digits',
  },
  zoom: {
    qr: '{title}, large QR code',
    bars: '{title}, large bar code, upright',
    toQr: 'Show the QR code',
    toBars: 'Show the bar code',
    close: 'Close the large picture',
  },
  people: { whose: 'Whose code to show', me: 'Me', mine: 'My insurance code, {name}' },
  proxy: {
    banner: 'Showing the code for {name}',
    title: 'You are about to show the code of {name}',
    before: 'Please know before you show it',
    basis:
      'Based on the Regulation on the Supervision of the Use of Medical Security Funds and its implementing rules (Order No. 7 of the National Healthcare Security Administration). Each showing is recorded, and your relative can see the record.',
    confirm: 'I confirm that this is for this relative’s care or medicine, now',
    show: 'Show the code of {name}',
    back: 'Back to my own code',
  },
  offline: {
    title: 'Insurance code without network',
    of: 'Insurance code of {name} without network',
    text: 'The service cannot be reached; this phone worked out the code by itself.',
    result: 'A counter with a network can scan it. You see the result once this phone has a network again.',
    lastContact: 'Last contact: {age}; the code could be used then.',
    limits:
      'A code without network can be used {times#time|times} a day at most, and personal accounts pay {most} in all. Please do not change the phone’s time, or the code will not work.',
  },
  scanned: {
    title: 'Scanned; the bill is being settled',
    text: '{institution} has read the insurance code of {name}. Please wait: the result comes by itself.',
    atCounter: 'The counter has read the insurance code of {name}. Please wait: the result comes by itself.',
    again: 'The counter did not read it? Show it again',
    late: 'No result has come yet',
    lateText:
      'It is over a minute since the insurance code of {name} was read. Please ask at the counter; to have it scanned once more, show it again.',
    show: 'Show it again',
  },
  settled: {
    title: 'The bill is settled',
    voided: 'Taken back; the money is in the accounts again',
    voidedText:
      'What personal accounts paid is back in the accounts it came from. The hospital or pharmacy sees to the insurance fund’s part and the cash.',
    person: 'Care or medicine for',
    institution: 'Where',
    at: 'Time',
    voidedAt: 'Taken back at',
    total: 'Total cost',
    fund: 'Paid by the insurance fund',
    account: 'Paid by personal accounts',
    cash: 'Paid in cash',
    shares: 'Who paid what from personal accounts',
    givenBack: 'Back in each account',
    number: 'Settlement number',
    again: 'Show the code again',
  },
  page: {
    familyBound: 'For your family',
    family: 'Your own code needs no binding. To help a relative, bind them first; it takes about 3 minutes:',
    show: 'Show a relative’s code',
    showNote: 'With their consent; your money stays untouched',
    pay: 'Pay for a relative from your account',
    payNote: 'Their resident insurance premium, from your personal account',
    toStandard: 'Switch to the standard size',
    toElder: 'Switch to large-print mode',
  },
};
