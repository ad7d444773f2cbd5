import { describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { OneOf } from './choice';

const options = [
  { value: 'guangdong', label: '广东' },
  { value: 'fujian', label: '福建', off: true },
  { value: 'gansu', label: '甘肃' },
  { value: 'hunan', label: '湖南' },
];
const stops = () =>
  screen
    .getAllByRole('radio')
    .filter((radio) => radio.tabIndex === 0)
    .map(({ textContent }) => textContent);
const press = (key: string) => act(async () => fireEvent.keyDown(document.activeElement as Element, { key }));

describe('one of several', () => {
  it.each([
    ['what is chosen', 'gansu', '甘肃'],
    ['the first where nothing is', null, '广东'],
    ['the first that can be where what is chosen cannot', 'fujian', '广东'],
  ])('is one stop for who tabs: %s', (_, value, stop) => {
    render(<OneOf label="省份" options={options} value={value} onChange={jest.fn()} />);
    expect(stops()).toEqual([stop]);
  });

  it('is moved among by the arrow keys, past what cannot be chosen, and chosen by Enter alone', async () => {
    const onChange = jest.fn();
    render(<OneOf label="省份" options={options} value="guangdong" onChange={onChange} />);
    screen.getByRole('radio', { name: '广东' }).focus();
    const passed = [];
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowUp']) {
      await press(key);
      passed.push(document.activeElement?.textContent);
    }
    expect(passed).toEqual(['甘肃', '湖南', '广东', '湖南']);
    expect(onChange).not.toHaveBeenCalled();
    await press('Enter');
    expect(onChange).toHaveBeenCalledWith('hunan');
  });
});
