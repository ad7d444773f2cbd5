import { expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import { me, policyView } from '../../../../test/support/fixtures';
import { paste } from '../../../../test/support/paste';
import { showTo, tap } from '../../../../test/support/signed-in';
import { AddRelativePanel } from './add-relative-panel';
import { EMPTY_DRAFT } from './draft';
import { keepDraft } from './kept-draft';

it('takes a last day as somebody copied it', async () => {
  const who = me({ demo: false });
  const person = { name: '陈桂兰', certificateNumber: '11010519491231002X', relation: 'parent', regionCode: '440300' } as const;
  const draft = { ...EMPTY_DRAFT, ...person, consentVersion: 'v1', showCode: true };
  keepDraft({ meId: who.personId, subject: 'new' }, { draft, step: 'grants', sentOn: null });
  await showTo(who, <AddRelativePanel subject={{ kind: 'new' }} onOpen={jest.fn()} onLeave={jest.fn()} />, {
    bindings: () => ({ answer: { bindings: [] } }),
    consent: () => ({ answer: { version: 'v1', title: '告知书', paragraphs: ['第一段'] } }),
    regions: () => ({ answer: { regions: [] } }),
    policy: () => ({ answer: policyView() }),
  });
  await tap('到指定日期', 'radio');
  await paste('截止日期', '  2027-12-31');
  expect(screen.getByRole('textbox', { name: /^截止日期/ })).toHaveProperty('value', '  2027-12-31');
});
