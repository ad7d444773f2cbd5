import { AppError } from '@gongji/domain';
import { printedReceipt } from '../../../../test/support/printed-receipt';
import { MOST_AT_ONCE, openReceiptPrinter, type ReceiptPrinter } from './receipt-printer';

// A thread starts slowly on a busy machine.
jest.setTimeout(60_000);

describe('the printer of receipts', () => {
  let printer: ReceiptPrinter;
  beforeAll(() => {
    printer = openReceiptPrinter();
  });
  afterAll(() => printer.close());

  it.each([
    ['png', '\u0089PNG'],
    ['pdf', '%PDF'],
  ] as const)('makes a %s', async (format, beginning) => {
    const bytes = Buffer.from(await printer.print(printedReceipt(), format));
    expect(bytes.subarray(0, 4).toString('latin1')).toBe(beginning);
  });

  it('draws as many at once as it is allowed to, tells the others to come again, and goes on afterwards', async () => {
    const told = await Promise.all(
      Array.from({ length: 20 }, () =>
        printer.print(printedReceipt(), 'pdf').then(
          () => 'drawn',
          (error: AppError) => `${error.code} ${error.facts['seconds']}`,
        ),
      ),
    );
    expect(told).toEqual([...Array(MOST_AT_ONCE).fill('drawn'), ...Array(20 - MOST_AT_ONCE).fill('SERVICE_BUSY 3')]);
    expect((await printer.print(printedReceipt(), 'pdf')).length).toBeGreaterThan(0);
  });

  it('survives a receipt that cannot be drawn', async () => {
    const broken = printedReceipt({ madeAt: 'never' });
    for (let time = 0; time <= MOST_AT_ONCE; time += 1) await expect(printer.print(broken, 'pdf')).rejects.not.toBeInstanceOf(AppError);
    expect((await printer.print(printedReceipt(), 'pdf')).length).toBeGreaterThan(0);
  });
});
