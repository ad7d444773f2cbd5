import Taro from '@tarojs/taro';
import { expect, it, jest } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { Tour } from './tour';

it('a tour that cannot be drawn leaves the phone beside it, at its usual place', async () => {
  // React itself says on the console what was thrown.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const answers: Readonly<Record<string, unknown>> = {
    '/sandbox/people': { people: [null] },
    '/sandbox/tour': { counter: 'http://localhost/counter' },
  };
  const request = Taro.request as unknown as jest.Mock<(sent: { readonly url: string }) => Promise<unknown>>;
  request.mockImplementation(async ({ url }) => ({ statusCode: 200, data: answers[url] }));
  await act(async () => {
    render(
      <>
        <div>手机</div>
        <Tour />
      </>,
    );
  });
  expect(screen.getByText('手机')).toBeTruthy();
  expect(document.documentElement.className).not.toContain('tour');
});
