import { log } from './log';
import type { Options } from './wx/answer';

// What WeChat holds back until the person has agreed by a button made for it: https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html

type Answer = { readonly event: 'exposureAuthorization' | 'disagree' } | { readonly event: 'agree'; readonly buttonId: string };
type Listener = (resolve: (answer: Answer) => void, about: { readonly referrer: string }) => void;
type Asking = Options & object;

let agreed = false;
let listener: Listener | undefined;
/** WeChat looks whether the button that the program names was tapped. */
const tapped = new Set<string>();

export const agreedBy = (buttonId: string): void => {
  tapped.add(buttonId);
  agreed = true;
};
/** As when the person removed the program from their list. */
export const forgetAgreement = (): void => {
  tapped.clear();
  agreed = false;
};
export const listen = (next: Listener): void => {
  listener = next;
};

/** The same API, after the person's yes. Without a listener WeChat would draw its own question; nobody does here, so that it counts as a no. */
export const afterAgreement =
  <O extends Asking>(name: string, run: (options?: O) => Promise<object> | undefined) =>
  (options?: O): Promise<object> | undefined => {
    if (agreed) return run(options);
    const decided = new Promise<boolean>((resolve) => ask(name, resolve));
    const end = async () => {
      if (await decided) return run(options);
      const result = { errMsg: `${name}:fail privacy permission is not authorized`, errno: 104 };
      options?.fail?.(result);
      options?.complete?.(result);
      if (options?.fail ?? options?.complete ?? options?.success) return undefined;
      throw new Error(result.errMsg);
    };
    return end() as Promise<object>;
  };

const ask = (name: string, decide: (yes: boolean) => void): void => {
  if (listener === undefined) return decide(false);
  listener(
    (answer) => {
      log.calls.push({ api: 'resolvePrivacy', given: { ...answer, referrer: name } });
      if (answer.event === 'agree') decide(tapped.has(answer.buttonId));
      if (answer.event === 'disagree') decide(false);
    },
    { referrer: name },
  );
};
