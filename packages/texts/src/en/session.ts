import type { English } from '../catalogue';
import type * as ZH from '../zh/session';

export const SESSION: English<typeof ZH.SESSION> = {
  lead: 'Your family’s medical insurance, used together',
  first: 'Your own insurance code works as soon as you log in. To show a relative’s code or pay for them, bind them first.',
  intro:
    'This is a demonstration. The people, accounts and amounts below are made up; please choose one. On a wide screen there is a cashier’s counter beside the phone to try.',
  ended: 'This log-in was ended',
  endedText: 'If it was not you who ended it, look under “Your devices and log-ins” once you are in.',
  deleted: 'Your account is deleted',
  deletedText:
    'Your insurance and the money in your account are not affected; from now on, please ask at the insurance counter or call 12393.',
  leftText:
    'You deleted this account on this phone, so it cannot log in any more. Your insurance and the money in your account are not affected; from now on, please ask at the insurance counter or call 12393.',
  invited: 'You were sent an invitation to bind',
  invitedText: 'Once logged in you see what it says, and agree or decline then.',
  openInWeChat: 'Please open this in WeChat',
  openInWeChatText: 'WeChat confirms that it is you. Please search for the mini program 共济 in WeChat and open it.',
  welcome: 'Welcome to Gongji',
  welcomeText:
    'Show your own and your relatives’ insurance codes, and pay for your family from your personal account. WeChat has to confirm that it is you.',
  logIn: 'Log in with WeChat',
  loggingIn: 'Logging in…',
  consent: {
    tick: 'I have read this and agree to this use of my information',
    agree: 'Agree and log in',
    decline: 'I do not agree',
  },
  declined: {
    title: 'You are not logged in, and nothing about you was kept',
    lead: 'You need not agree:',
    policy: 'Look up the rules of a region',
    policyNote: 'What applies where, without logging in',
    counter: 'Go to a counter',
    counterText:
      'Take your identity card or social security card to a medical insurance counter: binding, unbinding, paying premiums and asking for the balance can all be done there. To see a doctor or buy medicine, the card itself works too.',
    back: 'Look again',
  },
  page: { title: 'Log in', help: 'No smartphone? How it is done at a counter' },
};
