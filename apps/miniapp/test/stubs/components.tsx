import { type ChangeEvent, createElement, type ReactNode } from 'react';

// Taro's components as plain HTML, with the mini program's event shape ({ detail: { value } }).

type Props = Record<string, unknown> & { readonly children?: ReactNode };
const NOT_HTML = new Set(['hoverClass', 'canvasId', 'type', 'nativeProps', 'onInput', 'maxlength', 'disableScroll', 'openType']);

const html = (props: Props): Props => Object.fromEntries(Object.entries(props).filter(([name]) => !NOT_HTML.has(name)));
const box = (tag: string) =>
  function Box(props: Props) {
    return createElement(tag, html(props));
  };

export const View = box('div');
export const Text = box('span');
export const Canvas = box('canvas');
export const Button = box('button');

const field = (tag: 'input' | 'textarea') =>
  function Typed(props: Props) {
    const input = props.onInput as ((event: { readonly detail: { readonly value: string } }) => void) | undefined;
    return createElement(tag, {
      ...html(props),
      ...(props.nativeProps as Props | undefined),
      onChange: (event: ChangeEvent<HTMLInputElement>) => input?.({ detail: { value: event.target.value } }),
    });
  };

export const Input = field('input');
export const Textarea = field('textarea');
