import type { English } from '../catalogue';
import type * as ZH from '../zh/pieces';

export const NOT_OPENED: English<typeof ZH.NOT_OPENED> = {
  title: 'This page did not open',
  text: 'Try again once there is a network. If it is urgent, take your identity card or social security card to a medical insurance counter.',
};

export const PIECES: English<typeof ZH.PIECES> = {
  who: 'Acting: {name}',
  loading: {
    spoken: 'Loading, one moment…',
    again: 'Load again',
    refreshing: 'Last updated: {time}; updating…',
  },
  unreachable: {
    phone: 'This phone has no network',
    service: 'The service cannot be reached right now',
    old: 'Last updated: {time}. What is below may have changed since.',
    next: 'Please check the network and load again. If it is urgent, take your identity card or social security card to a medical insurance counter.',
    notRead: 'This could not be read right now.',
    readOnly:
      'For now you can look, but nothing can be done here. If it is urgent, take your identity card or social security card to a medical insurance counter.',
  },
  notSent: {
    text: 'This phone has no network, so this step was not done',
    next: 'Try again once there is a network. If it is urgent, take your identity card or social security card to a medical insurance counter.',
  },
  toMend: '{count#thing needs|things need} mending',
  tickFirst: 'Please tick “{label}” first',
  unknown: {
    title: 'Under way: please do not do it again',
    text: 'No answer came, but it may have been done. Please look at the result first, and do not do it twice.',
  },
  spoken: { code: 'Code {number}', reference: 'Number {number}' },
  report: { problem: 'Report this problem', question: 'Something unclear? Report it' },
  broken: {
    title: 'This page could not be shown',
    text: 'The program made a mistake; you did nothing wrong. Whatever you submitted is kept by the service: it is not lost and not done twice. What you did not submit has not taken effect.',
    again: 'Open this page again',
    toCode: 'Back to my code',
  },
  leg: {
    mine: '{name} (me)',
    own: '{name} (the person themselves)',
    account: 'Personal account',
    skipped: 'Nothing taken: {why}',
  },
  confidence: {
    official: 'Official document',
    press: 'As reported in the press',
    low: 'Not very reliable',
    seed: 'From the project’s material, not checked',
    assumed: 'Provisional: no published rule was found',
  },
  rules: {
    basis: 'Why',
    fold: 'Close',
    showOf: 'Show the rule behind it: {of}',
    hideOf: 'Hide the rule behind it: {of}',
    show: 'Show the rules behind it ({count})',
    hide: 'Hide the rules',
    from: 'From {from}',
    fromTo: 'From {from} to {to} (that day included)',
    source: 'Source: {title}',
    sourceDated: 'Source: {title} ({date})',
    leansOn: 'Based on: {title}',
    leansOnDated: 'Based on: {title} ({date})',
    note: 'Note: {text}',
    openSource: 'Open the source',
    copySource: 'Copy the address of the source',
    sourceOf: '{act}: {title}',
  },
  privacyAsked: {
    title: 'Your consent is needed first',
    text: 'WeChat requires that you read and agree to how your personal information is used before this: {purpose}. If you do not agree, this step is not carried out; everything else works as before.',
    purpose: {
      saveImageToPhotosAlbum: 'saving a picture to your album',
      addPhoneCalendar: 'adding a date to your phone’s calendar',
      setClipboardData: 'copying text',
      other: 'using this function of your phone',
    },
    agree: 'Agree',
    disagree: 'I do not agree',
  },
  privacy: {
    kept: 'What is kept, and what for',
    purpose: 'Used for: {text}',
    until: 'Kept: {text}',
    others: 'Who else can see it',
    rights: 'You can',
    version: 'Version {version} of this text, from {from}',
  },
  device: {
    phone: 'Phone',
    browser: 'Browser on {system}',
    computer: 'Browser on a {system} computer',
    android: 'Browser on an Android phone',
    harmony: 'Browser on a HarmonyOS phone',
    other: 'Browser on a device',
  },
};
