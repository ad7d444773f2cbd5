import type { English } from '../catalogue';
import type * as ZH from '../zh/help';

export const HELP: English<typeof ZH.HELP> = {
  title: 'Without a phone',
  phone: { title: 'Ask by telephone', hotline: 'Medical insurance hotline {number}', call: 'Call {number}' },
  noPhone: 'Care and medicine without a phone',
  noPhoneText:
    'Show your social security card or identity card at the counter. A relative may also show your code on their own phone, while you are there.',
  atCounter: 'Binding, unbinding and premiums at a counter',
  place: {
    name: 'Insured in',
    change: 'Change',
    changeNow: 'Change where you are insured, now {region}',
    foldNow: 'Close the choice of where you are insured, now {region}',
    choose: 'Where are you insured?',
  },
  counter: {
    bring: 'What to bring',
    always:
      'Better bring the identity documents of both people. Where it says below “signed in this program”, without a phone one signs the paper form. The counter decides; you can call 12393 first.',
    where: 'Where to go',
    instead: 'If you cannot come yourself',
    form: 'Application form',
    hotline: 'Hotline',
  },
  form: {
    purpose: 'What it is for',
    bind: 'Bind',
    unbind: 'Unbind',
    filling: 'How much is filled in',
    empty: 'Empty form',
    blank: 'With my name and where I am insured',
    blankNote: 'The certificate number stays empty; write it at the counter',
    masked: 'With my name, where I am insured and my masked certificate number',
    maskedNote: 'Easier to check; the full number is never written',
    open: 'Open the form (PDF)',
    download: 'Download the form (PDF)',
    busy: 'Preparing the form…',
    opened: 'The form is open; the menu at the top right saves or forwards it',
    downloaded: 'The form is downloaded',
    print: 'Print it on A4 paper, sign it and take it to the counter.',
    failed: 'Please try again, or ask for a paper form at the counter.',
  },
};
