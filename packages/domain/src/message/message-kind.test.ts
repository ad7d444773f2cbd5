import { MESSAGE_KIND_TEXT, MESSAGE_KINDS, messageKindOf } from './message-kind';

describe('the kind of a message', () => {
  it.each([
    ['account-debited', 'money'],
    ['settlement-voided', 'money'],
    ['year-switched', 'money'],
    ['premium-refund-asked', 'premium'],
    ['binding-ended-itself', 'binding'],
    ['grant-came-of-age', 'binding'],
    ['terms-changed', 'binding'],
    ['limit-changed', 'binding'],
    ['order-changed', 'binding'],
    ['reminder-window', 'dates'],
    ['complaint-answered', 'other'],
    ['offline-key-given', 'other'],
  ])('%s is %s', (topic, kind) => {
    expect(messageKindOf(topic)).toBe(kind);
  });

  it('has a text each', () => {
    expect(MESSAGE_KINDS.map((kind) => MESSAGE_KIND_TEXT[kind]).every((text) => text.length >= 2)).toBe(true);
  });
});
