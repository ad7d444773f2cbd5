import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import type { Reading } from '../bff/use-read';
import { Loaded } from './loaded';

const MINUTE_MS = 60_000;
const show = (reading: Partial<Reading<string>>) =>
  render(<Loaded reading={{ phase: 'loading', refusal: null, reload: jest.fn(), ...reading }}>{(answer) => <p>{answer}</p>}</Loaded>);
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const updating = () => screen.queryByText(/^上次更新：.*，正在更新…$/);

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('what was read before, while it is read again', () => {
  it('says so at once where it is old', () => {
    show({ answer: '余额', readAt: Date.now() - MINUTE_MS });
    expect(screen.getByText('余额')).toBeTruthy();
    expect(updating()).not.toBeNull();
  });

  it('says nothing where it is as good as new, unless the answer is late', async () => {
    show({ answer: '余额', readAt: Date.now() });
    await pass(2_900);
    expect(updating()).toBeNull();
    await pass(200);
    expect(updating()).not.toBeNull();
  });

  it('says nothing any more once it is there', async () => {
    const { rerender } = show({ answer: '余额', readAt: Date.now() });
    rerender(
      <Loaded reading={{ phase: 'ok', refusal: null, reload: jest.fn(), answer: '余额', readAt: Date.now() }}>
        {(answer) => <p>{answer}</p>}
      </Loaded>,
    );
    await pass(5_000);
    expect(updating()).toBeNull();
  });
});
