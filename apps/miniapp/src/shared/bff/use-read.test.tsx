import { describe, expect, it } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { fillPhone, mountLate, showPageAgain } from '../../../test/stubs/taro';
import { fakeBff } from '../../../test/support/fake-bff';
import { later } from '../../../test/support/later';
import { tap } from '../../../test/support/signed-in';
import { useRead } from './use-read';

const List = () => <p>{useRead('bindings').phase}</p>;
const show = async () => {
  const calls = fakeBff({ bindings: () => ({ answer: { bindings: [] } }) });
  await act(async () => void render(<List />));
  return calls;
};

describe('what a page reads', () => {
  it('is read once when the page opens', async () => {
    expect(await show()).toHaveLength(1);
  });

  it('is read again whenever the page comes back to the front', async () => {
    const calls = await show();
    await act(async () => showPageAgain());
    await act(async () => showPageAgain());
    expect(calls).toHaveLength(3);
  });

  it('is read again sparingly only as long as nobody answered', async () => {
    let isSilent = true;
    const calls = fakeBff({ bindings: () => (isSilent ? 'silence' : { answer: { bindings: [] } }) });
    const Sparing = () => <p>{useRead('bindings', { sparing: true }).phase}</p>;
    await act(async () => void render(<Sparing />));
    isSilent = false;
    for (const _ of [1, 2, 3]) {
      await act(async () => showPageAgain());
      await act(async () => void window.dispatchEvent(new Event('online')));
    }
    expect(calls).toHaveLength(2);
  });

  it('stays what the newest reading found where an older one ends later', async () => {
    const { answer: first, come } = later<'silence'>();
    let reads = 0;
    fakeBff({ bindings: () => ((reads += 1) === 1 ? first : { answer: { bindings: [] } }) });
    const Again = () => {
      const { phase, reload } = useRead('bindings');
      return <button onClick={reload}>{phase}</button>;
    };
    render(<Again />);
    await tap('loading');
    expect(screen.getByRole('button').textContent).toBe('ok');
    await act(async () => come('silence'));
    expect(screen.getByRole('button').textContent).toBe('ok');
  });

  it('is shown on a phone without room as well', async () => {
    fillPhone();
    await show();
    expect(screen.getByText('ok')).toBeTruthy();
  });

  it('is read again on the first return, too, where the page was shown before anybody was logged in', async () => {
    mountLate();
    const calls = await show();
    await act(async () => showPageAgain());
    expect(calls).toHaveLength(2);
  });
});
