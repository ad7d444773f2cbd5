import '@testing-library/jest-dom';
import { TextDecoder, TextEncoder } from 'node:util';
import { afterEach } from '@jest/globals';
import { cleanup } from '@testing-library/react';
import { forgetAnswers } from '@/shared/bff/answers';
import { forgetPerson } from '@/shared/platform/storage';
import { recallToken } from '@/shared/session/token';
import { resetTaro } from './stubs/taro';

// Every browser has them, jsdom does not.
Object.assign(globalThis, { TextDecoder, TextEncoder });

// jsdom draws nothing, and has no page to scroll. A test of the network alone has no page at all.
if (typeof HTMLElement !== 'undefined') HTMLElement.prototype.scrollIntoView = () => undefined;

afterEach(() => {
  cleanup();
  forgetPerson();
  recallToken();
  resetTaro();
  forgetAnswers();
});
