import { api, type Options } from './answer';

// Toast, loading, modal and action sheet, drawn over the page.

const overlay = (id: string, ...children: HTMLElement[]): HTMLElement => {
  document.querySelector(`#${id}`)?.remove();
  const made = Object.assign(document.createElement('div'), { id });
  made.append(...children);
  document.body.append(made);
  return made;
};

const make = (tag: string, text: string): HTMLElement => Object.assign(document.createElement(tag), { textContent: text });

const button = (text: string, act: () => void): HTMLElement => {
  const made = make('button', text);
  made.setAttribute('type', 'button');
  made.addEventListener('click', act);
  return made;
};

const dialog = (...children: HTMLElement[]): HTMLElement => {
  const made = document.createElement('div');
  made.setAttribute('role', 'dialog');
  made.setAttribute('aria-modal', 'true');
  made.append(...children);
  return made;
};

const removeToast = () => document.querySelector('#wx-toast')?.remove();

interface Titled {
  readonly title: string;
  readonly duration?: number;
}

interface ModalOptions extends Options {
  readonly title?: string;
  readonly content?: string;
  readonly showCancel?: boolean;
  readonly cancelText?: string;
  readonly confirmText?: string;
}

const showToast = (title: string): HTMLElement => {
  const toast = overlay('wx-toast', make('span', title));
  toast.setAttribute('role', 'status');
  return toast;
};

export const overlays = {
  showToast: api<Titled>('showToast', ({ title, duration = 1500 }) => {
    const toast = showToast(title);
    setTimeout(() => toast.remove(), duration);
  }),
  hideToast: api('hideToast', removeToast),
  showLoading: api<Titled>('showLoading', ({ title }) => {
    showToast(title);
  }),
  hideLoading: api('hideLoading', removeToast),
  showModal: (options: ModalOptions) => {
    const finish = (confirm: boolean) => {
      modal.remove();
      const result = { errMsg: 'showModal:ok', confirm, cancel: !confirm, content: null };
      options.success?.(result);
      options.complete?.(result);
    };
    const cancel = options.showCancel === false ? [] : [button(options.cancelText ?? '取消', () => finish(false))];
    const confirm = button(options.confirmText ?? '确定', () => finish(true));
    const modal = overlay('wx-modal', dialog(make('h2', options.title ?? ''), make('p', options.content ?? ''), ...cancel, confirm));
  },
  showActionSheet: (options: Options & { readonly itemList: readonly string[] }) => {
    const choose = (tapIndex: number) => {
      sheet.remove();
      options.success?.({ errMsg: 'showActionSheet:ok', tapIndex });
    };
    const sheet = overlay('wx-modal', dialog(...options.itemList.map((text, index) => button(text, () => choose(index)))));
  },
};
