import { act, fireEvent, screen } from '@testing-library/react';

/** As a browser does: what is longer than the field allows is cut off. */
export const paste = (label: string, text: string) => {
  const box = screen.getByRole<HTMLInputElement>('textbox', { name: new RegExp(`^${label}`) });
  return act(async () => fireEvent.change(box, { target: { value: text.slice(0, box.maxLength) } }));
};
