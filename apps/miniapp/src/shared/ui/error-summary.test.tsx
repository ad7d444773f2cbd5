import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { moveTo } from '../platform/a11y';
import { ErrorSummary, type FieldError } from './error-summary';
import { useFieldErrors } from './use-field-errors';

const NAME: FieldError = { field: 'name', text: '请填写姓名' };
const RELATION: FieldError = { field: 'relation', text: '请选择TA是您的什么人' };

function Form() {
  const { errors, tell, mend } = useFieldErrors();
  return (
    <>
      <ErrorSummary errors={errors} />
      <div id="name">
        <input aria-label="姓名" onChange={() => mend([RELATION])} />
      </div>
      <button type="button" onClick={() => tell([NAME, RELATION])}>
        提交
      </button>
    </>
  );
}
const submit = () =>
  act(async () => {
    screen.getByRole('button').focus();
    fireEvent.click(screen.getByRole('button'));
  });
const focused = () => document.activeElement?.id;

describe('what is wrong with a form', () => {
  it('takes the focus each time the form is sent, also when the same is wrong again', async () => {
    render(<Form />);
    await submit();
    expect(focused()).toBe('error-summary');
    await submit();
    expect(focused()).toBe('error-summary');
    expect(screen.getAllByRole('link')).toHaveLength(2);
  });

  it('leads into the control of a field', async () => {
    render(<Form />);
    await submit();
    fireEvent.click(screen.getByRole('link', { name: NAME.text }));
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  it('leaves whoever has gone on to a field before the focus could come', async () => {
    render(<Form />);
    await submit();
    await act(async () => {
      moveTo('error-summary');
      screen.getByRole('textbox').focus();
    });
    expect(document.activeElement).toBe(screen.getByRole('textbox'));
  });

  it('leaves whoever is mending one of several errors at their field, with what is left', async () => {
    render(<Form />);
    await submit();
    const field = screen.getByRole('textbox');
    act(() => field.focus());
    await act(async () => fireEvent.change(field, { target: { value: '陈' } }));
    expect(document.activeElement).toBe(field);
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([RELATION.text]);
  });

  it('is that of the page in front, where the page below has one as well', async () => {
    const below = document.body.appendChild(document.createElement('div'));
    below.className = 'taro_page taro_page_shade';
    below.innerHTML = '<div id="error-summary" tabindex="-1"></div>';
    render(<Form />);
    await submit();
    expect(document.activeElement?.textContent).toContain(NAME.text);
    below.remove();
  });
});
