import * as glassEasel from 'glass-easel';

// What all built-in components share: attributes as the template gave them, and events as the logic layer expects them.

interface FireOptions {
  readonly bubbles?: boolean;
  readonly composed?: boolean;
}

/** An attribute as text; a template gives nothing else to an attribute that is read as text. */
export const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

export class WxElement extends HTMLElement {
  /** Set by glass-easel on the element of each of its nodes. */
  declare readonly __wxElement?: { readonly _$nodeAttributes?: Readonly<Record<string, unknown>> };
  private connected = false;

  connectedCallback(): void {
    if (!this.connected) this.firstConnected();
    this.connected = true;
  }

  /** Once, when the element first gets a place. */
  protected firstConnected(): void {
    // Nothing to do for a plain box.
  }

  /** After an attribute was set; the value as the template gave it. */
  protected changed(_name: string, _value: unknown): void {
    // Nothing to do for a plain box.
  }

  /** Before glass-easel made it a string: '' stands for true, undefined and null alike. */
  protected given(name: string): unknown {
    return this.__wxElement?._$nodeAttributes?.[name] ?? undefined;
  }

  isOn(name: string): boolean {
    const value = this.given(name);
    return value !== undefined && value !== false && value !== '' && value !== 'false';
  }

  fire(name: string, detail: object = {}, options: FireOptions = {}): void {
    if (this.__wxElement) glassEasel.triggerEvent(this.__wxElement as never, name, detail, { bubbles: false, composed: false, ...options });
  }

  override setAttribute(attribute: string, value: string): void {
    const given = this.given(attribute);
    const name = attribute === 'aria-role' ? 'role' : attribute;
    const isAria = name.startsWith('aria-') || name === 'role';
    if (value === '' && (given === undefined || isAria)) super.removeAttribute(name);
    else super.setAttribute(name, value);
    this.changed(attribute, given);
  }

  override removeAttribute(name: string): void {
    super.removeAttribute(name);
    this.changed(name, undefined);
  }

  protected setOwn(name: string, value: string): void {
    super.setAttribute(name, value);
  }

  protected removeOwn(name: string): void {
    super.removeAttribute(name);
  }

  protected whenTapped(act: (event: Event) => void): void {
    this.addEventListener('click', (event) => {
      if (!this.isOn('disabled')) act(event);
    });
  }
}
