import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { Button } from './button';
import { Sheet } from './sheet';

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onTap={() => setOpen(true)}>作废</Button>
      <Button onTap={() => undefined}>别的</Button>
      {open && (
        <Sheet title="确定作废？" onBack={() => setOpen(false)} actions={<Button onTap={() => setOpen(false)}>不作废</Button>}>
          退回原来的账户
        </Sheet>
      )}
    </>
  );
}
const button = (name: string) => screen.getByRole('button', { name });
const focus = (name: string) => act(async () => button(name).focus());
const tap = (name: string) => act(async () => fireEvent.click(button(name)));

describe('what stands over a page', () => {
  it('keeps the focus within until it is closed, and gives it back to what opened it', async () => {
    render(<Page />);
    await focus('作废');
    await tap('作废');
    expect(document.activeElement?.textContent).toBe('确定作废？');
    await focus('不作废');
    expect(document.activeElement).toBe(button('不作废'));
    await focus('别的');
    expect(document.activeElement?.textContent).toBe('确定作废？');
    await tap('不作废');
    expect(document.activeElement).toBe(button('作废'));
    await focus('别的');
    expect(document.activeElement).toBe(button('别的'));
  });
});
