import { WxElement } from './wx-element';

// switch, radio and checkbox: a role, a checked state, and a change event on the element or its group.

abstract class Checkable extends WxElement {
  protected abstract readonly role_: string;
  protected abstract pick(): void;
  checked = false;

  protected override firstConnected(): void {
    this.setOwn('role', this.role_);
    this.tabIndex = 0;
    this.paint();
    this.whenTapped(() => this.pick());
  }

  protected override changed(name: string, value: unknown): void {
    if (name !== 'checked') return;
    this.checked = value === true || value === 'true';
    this.paint();
  }

  paint(): void {
    this.setOwn('aria-checked', String(this.checked));
  }

  protected get chosen(): string {
    return this.getAttribute('value') ?? '';
  }
}

export class WxSwitch extends Checkable {
  protected override readonly role_ = 'switch';

  protected override pick(): void {
    this.checked = !this.checked;
    this.paint();
    this.fire('change', { value: this.checked });
  }
}

export class WxRadio extends Checkable {
  protected override readonly role_ = 'radio';

  protected override pick(): void {
    const group = this.closest('wx-radio-group');
    for (const radio of group?.querySelectorAll('wx-radio') ?? [this]) {
      if (!(radio instanceof WxRadio)) continue;
      radio.checked = radio === this;
      radio.paint();
    }
    if (group instanceof WxElement) group.fire('change', { value: this.chosen });
  }
}

export class WxCheckbox extends Checkable {
  protected override readonly role_ = 'checkbox';

  protected override pick(): void {
    this.checked = !this.checked;
    this.paint();
    const group = this.closest('wx-checkbox-group');
    if (!(group instanceof WxElement)) return;
    const boxes = [...group.querySelectorAll('wx-checkbox')].filter((box) => box instanceof WxCheckbox);
    group.fire('change', { value: boxes.filter((box) => box.checked).map((box) => box.chosen) });
  }
}

export class WxLabel extends WxElement {
  protected override firstConnected(): void {
    this.addEventListener('click', (event) => {
      const control = this.querySelector<HTMLElement>('wx-radio,wx-checkbox,wx-switch');
      if (control && event.target instanceof Node && !control.contains(event.target)) control.click();
    });
  }
}
