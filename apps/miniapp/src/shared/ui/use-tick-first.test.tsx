import { describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Button } from './button';
import { useTickFirst } from './use-tick-first';

function Form({ act: done }: { readonly act: () => void }) {
  const { box, unlessUnticked } = useTickFirst('tick', '同意');
  return (
    <>
      {box}
      <Button onTap={unlessUnticked(done)}>继续</Button>
    </>
  );
}
const tap = (role: string, name: string | RegExp) => act(async () => fireEvent.click(screen.getByRole(role, { name })));

describe('a button that still needs something', () => {
  it('says what, marks it and leads there when it is tapped too early, and nothing before', async () => {
    const done = jest.fn();
    render(<Form act={done} />);
    expect(screen.queryByText('请先勾选“同意”')).toBeNull();
    expect(screen.getByRole('button', { name: '继续' }).getAttribute('aria-disabled')).toBe('false');
    await tap('button', '继续');
    expect(done).not.toHaveBeenCalled();
    expect(document.activeElement?.id).toBe('error-summary');
    act(() => screen.getByRole('button').focus());
    await tap('button', '继续');
    expect(document.activeElement?.id).toBe('error-summary');
    await tap('link', '请先勾选“同意”');
    const box = screen.getByRole('checkbox', { name: /^同意.*请先勾选“同意”$/ });
    expect(document.activeElement).toBe(box);
    expect(box.getAttribute('tabindex')).toBe('0');
  });

  it('says nothing any more once it is there, nor when it is taken away again before another tap', async () => {
    const done = jest.fn();
    render(<Form act={done} />);
    await tap('button', '继续');
    await tap('checkbox', /^同意/);
    expect(screen.queryByText('请先勾选“同意”')).toBeNull();
    await tap('checkbox', '同意');
    expect(screen.queryByText('请先勾选“同意”')).toBeNull();
    await tap('checkbox', '同意');
    await tap('button', '继续');
    expect(done).toHaveBeenCalledTimes(1);
  });
});
