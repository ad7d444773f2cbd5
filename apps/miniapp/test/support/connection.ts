import type { jest } from '@jest/globals';
import Taro from '@tarojs/taro';
import type { CodeEvents } from '@gongji/contract';

/** The connection of a page in a test: nothing happens on it but what the test says. */
export function connection() {
  const heard: Record<string, (told: object) => void> = {};
  let closed = false;
  const listen = (kind: string) => (listener: (told: object) => void) => void (heard[kind] = listener);
  const task = {
    readyState: 0,
    send: () => undefined,
    close: () => {
      closed = true;
    },
    onOpen: listen('open'),
    onMessage: listen('message'),
    onClose: listen('close'),
    onError: listen('error'),
  };
  (Taro.connectSocket as unknown as jest.Mock<() => Promise<object>>).mockImplementationOnce(async () => task);
  return {
    open: () => heard['open']?.({}),
    tell: (events: CodeEvents) => heard['message']?.({ data: JSON.stringify(events) }),
    break: () => heard['close']?.({}),
    closed: () => closed,
  };
}
