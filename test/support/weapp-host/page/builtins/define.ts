import { BUILT_IN } from '../../logic-layer';
import { agreedBy } from '../privacy';
import { WxCheckbox, WxLabel, WxRadio, WxSwitch } from './choices';
import { WxInput, WxTextarea } from './fields';
import { textOf, WxElement } from './wx-element';

// The built-in components as custom elements named wx-*. Those with no behaviour of their own are plain boxes.

class WxButton extends WxElement {
  protected override firstConnected(): void {
    this.setOwn('role', 'button');
    this.tabIndex = 0;
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      this.click();
      this.fire('tap', {}, { bubbles: true, composed: true });
    });
    this.whenTapped(() => {
      if (this.getAttribute('open-type') === 'agreePrivacyAuthorization') {
        agreedBy(this.id);
        this.fire('agreeprivacyauthorization');
      }
      const form = this.closest('wx-form');
      const type = this.getAttribute('form-type');
      if (!(form instanceof WxForm)) return;
      if (type === 'submit') form.fire('submit', { value: form.collect() });
      if (type === 'reset') form.fire('reset');
    });
  }
}

class WxForm extends WxElement {
  collect(): Record<string, unknown> {
    const fields = [...this.querySelectorAll('[name]')].filter((field) => field.getAttribute('name'));
    return Object.fromEntries(fields.map((field) => [field.getAttribute('name'), (field as unknown as { value?: unknown }).value]));
  }
}

const FITS: Readonly<Record<string, string>> = { aspectFit: 'contain', aspectFill: 'cover', scaleToFill: 'fill' };

class WxImage extends WxElement {
  private readonly picture = Object.assign(document.createElement('img'), { alt: '' });

  protected override firstConnected(): void {
    const { picture } = this;
    picture.addEventListener('load', () => this.fire('load', { width: picture.naturalWidth, height: picture.naturalHeight }));
    picture.addEventListener('error', () => this.fire('error', { errMsg: 'load failed' }));
    this.prepend(picture);
  }

  protected override changed(name: string, value: unknown): void {
    const text = textOf(value);
    if (name === 'src' && text !== '') this.picture.src = text;
    if (name === 'mode') this.picture.style.objectFit = FITS[text] ?? 'fill';
    if (name === 'aria-label') this.picture.alt = text;
  }
}

/** A canvas of type 2d; the logic layer gets its node by a selector query. */
export class WxCanvas extends WxElement {
  readonly node = Object.assign(document.createElement('canvas'), {
    width: 300,
    height: 150,
    createImage: () => new Image(),
    requestAnimationFrame: (draw: FrameRequestCallback) => requestAnimationFrame(draw),
    cancelAnimationFrame: (frame: number) => cancelAnimationFrame(frame),
  });

  protected override firstConnected(): void {
    this.prepend(this.node);
    // A finger that draws does not scroll.
    if (this.isOn('disable-scroll')) this.style.touchAction = 'none';
  }

  protected override changed(name: string): void {
    if (name === 'disable-scroll') this.style.touchAction = this.isOn('disable-scroll') ? 'none' : '';
  }
}

class WxScrollView extends WxElement {
  protected override firstConnected(): void {
    this.addEventListener('scroll', () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = this;
      this.fire('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth });
      const threshold = Number(this.getAttribute('lower-threshold') ?? 50);
      if (scrollTop + this.clientHeight >= scrollHeight - threshold) this.fire('scrolltolower', { direction: 'bottom' });
    });
  }

  protected override changed(name: string, value: unknown): void {
    if (name === 'scroll-top' && value !== undefined && value !== '') this.scrollTop = Number(value);
  }
}

const OWN: Readonly<Record<string, typeof WxElement>> = {
  button: WxButton,
  input: WxInput,
  textarea: WxTextarea,
  switch: WxSwitch,
  radio: WxRadio,
  checkbox: WxCheckbox,
  label: WxLabel,
  form: WxForm,
  image: WxImage,
  canvas: WxCanvas,
  'scroll-view': WxScrollView,
};

export const defineBuiltIns = (): void => {
  for (const name of BUILT_IN) customElements.define(`wx-${name}`, OWN[name] ?? class extends WxElement {});
};
