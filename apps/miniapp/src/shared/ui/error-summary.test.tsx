import { describe, expect, it } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { moveTo } from '../platform/a11y';
import { ErrorSummary, type FieldError } from './error-summary';

const NAME: FieldError = { field: 'name', text: '请填写姓名' };
const RELATION: FieldError = { field: 'relation', text: '请选择TA是您的什么人' };
const form = (errors: readonly FieldError[]) => (
  <>
    <ErrorSummary errors={errors} />
    <input aria-label="姓名" />
  </>
);
const focused = () => document.activeElement?.id;

describe('what is wrong with a form', () => {
  it('takes the focus when it appears, and again when something else is wrong', async () => {
    const { rerender } = render(form([]));
    await act(async () => rerender(form([NAME])));
    expect(focused()).toBe('error-summary');
    act(() => screen.getByRole('textbox').focus());
    await act(async () => rerender(form([NAME, RELATION])));
    expect(focused()).toBe('error-summary');
  });

  it('leaves whoever has gone on to a field before the focus could come', async () => {
    render(form([NAME]));
    await act(async () => {
      moveTo('error-summary');
      screen.getByRole('textbox').focus();
    });
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  it('leaves whoever is mending one of several errors at their field', async () => {
    const { rerender } = render(form([]));
    await act(async () => rerender(form([NAME, RELATION])));
    const field = screen.getByRole('textbox');
    act(() => field.focus());
    await act(async () => rerender(form([RELATION])));
    expect(document.activeElement).toBe(field);
  });
});
