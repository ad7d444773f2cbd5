import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { me, uuid } from '../../../test/support/fixtures';
import { showTo } from '../../../test/support/signed-in';
import { PersonBadge } from './person-badge';

describe('the letter of a person', () => {
  it('is one’s own everywhere, also where the name is masked', async () => {
    const self = me({ name: '孙伟' });
    await showTo(
      self,
      <>
        <PersonBadge personId={self.personId} name="孙*" />
        <PersonBadge personId={uuid(102)} name="孙*" />
      </>,
      {},
    );
    // The first one stands above every page.
    expect(screen.getAllByText(/^[孙伟]$/).map(({ textContent }) => textContent)).toEqual(['伟', '伟', '孙']);
  });
});
