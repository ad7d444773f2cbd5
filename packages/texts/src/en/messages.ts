import type { English } from '../catalogue';
import type * as ZH from '../zh/messages';

export const MESSAGES: English<typeof ZH.MESSAGES> = {
  title: 'Messages',
  unread: 'New',
  older: 'Earlier messages',
  open: 'Have a look',
  openOf: 'Have a look: {title}',
  filter: {
    all: 'All',
    label: 'Which messages to show',
    now: 'Showing: {kind}',
  },
  none: { title: 'No messages yet', text: 'When money is taken, or a binding or a premium changes, you are told here.' },
  noneOfKind: { title: 'No messages of this kind', text: 'Choose another kind, or all.' },
};
