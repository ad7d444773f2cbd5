import { textOf, WxElement } from './wx-element';

// input and textarea: a real field inside, WeChat's events outside.

const INPUT_MODES: Readonly<Record<string, string>> = { number: 'numeric', digit: 'decimal', idcard: 'text' };

export class WxInput extends WxElement {
  protected readonly field: HTMLInputElement | HTMLTextAreaElement = this.makeField();

  protected makeField(): HTMLInputElement | HTMLTextAreaElement {
    return document.createElement('input');
  }

  protected override firstConnected(): void {
    const { field } = this;
    this.prepend(field);
    field.addEventListener('input', (event) => {
      event.stopPropagation();
      this.fire('input', { value: field.value, cursor: field.selectionStart ?? field.value.length, keyCode: 0 });
    });
    field.addEventListener('focus', () => this.fire('focus', { value: field.value, height: 0 }));
    field.addEventListener('blur', () => this.fire('blur', { value: field.value, cursor: field.value.length }));
    field.addEventListener('change', (event) => event.stopPropagation());
    field.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent && event.key === 'Enter' && field instanceof HTMLInputElement)
        this.fire('confirm', { value: field.value });
    });
  }

  get value(): string {
    return this.field.value;
  }

  protected override changed(name: string, value: unknown): void {
    const { field } = this;
    const text = textOf(value);
    if (name === 'value' && field.value !== text) field.value = text;
    if (name === 'type') field.inputMode = INPUT_MODES[text] ?? 'text';
    if (name === 'password' && field instanceof HTMLInputElement) field.type = value ? 'password' : 'text';
    if (name === 'placeholder') field.placeholder = text;
    if (name === 'disabled') field.disabled = this.isOn('disabled');
    if (name === 'maxlength' && Number(value) >= 0) field.maxLength = Number(value);
    if (name === 'focus' && value === true) queueMicrotask(() => field.focus());
    if (name === 'aria-label' && text !== '') {
      field.setAttribute('aria-label', text);
      this.removeOwn('aria-label');
    }
  }
}

export class WxTextarea extends WxInput {
  protected override makeField(): HTMLTextAreaElement {
    return document.createElement('textarea');
  }
}
