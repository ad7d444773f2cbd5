import type { English } from '../catalogue';
import type * as ZH from '../zh/unbind';

export const UNBIND: English<typeof ZH.UNBIND> = {
  title: { unbind: 'Unbind', close: 'Switch off' },
  unbind: {
    doing: 'Unbinding…',
    unknown: 'The network did not answer; the unbinding may have worked. Sending the same request again does nothing twice.',
    after: 'After unbinding',
    confirm: 'Unbind',
    notNow: 'Do not unbind now',
    done: 'Unbound',
    afterwards: 'From now on no code is shown and nothing is paid. Earlier records and receipts can still be read.',
  },
  close: {
    doing: 'Switching off…',
    unknown: 'The network did not answer; it may have been switched off. Sending the same request again does nothing twice.',
    after: 'After switching it off',
    confirm: 'Switch it off',
    notNow: 'Do not switch it off now',
    done: 'Switched off',
  },
  closed: {
    'show-code': 'From now on the code cannot be shown. Earlier records can still be read.',
    'share-funds': 'From now on nothing new is paid. Earlier records and receipts can still be read.',
  },
  endsOn: 'Takes effect on',
  blocked: {
    title: 'This cannot be done now.',
    onePayment: 'See this premium and void it',
    payment: 'See premium {place} and void it',
    lookAtOne: 'See this payment',
    lookAt: 'See premium {place}',
    closeOnly: 'Only switch off “{what}”',
  },
  pause: {
    act: 'Pause instead, so nothing new is paid',
    besidePayment: 'A premium that was applied for still goes ahead after pausing.',
    doing: 'Pausing…',
    unknown: 'The network did not answer; the pause may have worked. Sending the same request again does nothing twice.',
    done: 'Paused',
    afterwards: 'From now on nothing new is paid. You can resume at any time.',
  },
};
