import { maskPhone, parsePhone } from './phone';

describe('a telephone number', () => {
  it.each([
    ['13800001234', '13800001234'],
    ['138 0000 1234', '13800001234'],
    ['0753-2250000', '07532250000'],
    ['0755-12345678', '075512345678'],
    ['12345678901', undefined],
    ['1380000123', undefined],
    ['2250000', undefined],
    ['+8613800001234', undefined],
    ['', undefined],
  ])('%s is read as %s', (typed, phone) => {
    expect(parsePhone(typed)).toBe(phone);
  });

  it('is shown with its middle hidden', () => {
    expect(maskPhone('13800001234')).toBe('138****1234');
  });
});
