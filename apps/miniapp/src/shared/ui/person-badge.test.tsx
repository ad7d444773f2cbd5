import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { me, uuid } from '../../../test/support/fixtures';
import { showTo } from '../../../test/support/signed-in';
import { PersonBadge, personGround } from './person-badge';

describe('the colour of a person', () => {
  it('is the same whoever was shown before', () => {
    expect(personGround('0193a000-0000-7000-8000-000000000101')).toBe('badge--2');
    expect(personGround(uuid(114))).toBe(personGround(uuid(114)));
  });

  it('is spread over all colours, however alike the ids are', () => {
    const grounds = Array.from({ length: 600 }, (_, digit) => personGround(uuid(digit)));
    const counts = [...new Set(grounds)].map((ground) => grounds.filter((each) => each === ground).length);
    expect(counts).toHaveLength(6);
    expect(Math.min(...counts)).toBeGreaterThan(60);
  });
});

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
