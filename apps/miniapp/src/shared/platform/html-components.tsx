import { type ChangeEvent, createElement, type ReactNode } from 'react';

// What stands for '@tarojs/components' in a browser (config/first-load.ts), and in the tests: plain HTML. Taro's own are custom elements, each of which
// starts, draws and settles by itself after React has: of a page with three hundred of them that was half of the work before somebody could tap.

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };

/** `:active` shows here what is pressed (controls.scss). */
export const View = ({ hoverClass: _hover, ...props }: Props) => createElement('div', props);
export const Text = (props: Props) => createElement('span', props);
export const Canvas = ({ type: _type, canvasId: _id, disableScroll: _scroll, ...props }: Props) => createElement('canvas', props);
/** Only where WeChat wants its own button. */
export const Button = ({ openType: _openType, ...props }: Props) => createElement('button', props);

interface Typed extends Props {
  readonly maxlength?: number;
  readonly onInput?: (event: { readonly detail: { readonly value: string } }) => void;
}

const typedIn =
  (tag: 'input' | 'textarea') =>
  ({ maxlength, onInput, ...props }: Typed) =>
    createElement(tag, {
      ...props,
      maxLength: maxlength,
      onChange: ({ target }: ChangeEvent<HTMLInputElement>) => onInput?.({ detail: { value: target.value } }),
    });

export const Input = typedIn('input');
export const Textarea = typedIn('textarea');
