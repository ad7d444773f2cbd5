import { describe, expect, it } from '@jest/globals';
import type { Relation } from './relation';
import { marksOf, withMark } from './tell-apart';

const person = (personId: string, maskedName: string, relation: Relation, end: string) => ({
  personId,
  maskedName,
  relation,
  endOfNumber: () => end,
});

describe('people whose masked names are alike', () => {
  it.each([
    ['by what they are to the reader', [person('a', '王*', 'spouse', '11'), person('b', '王*', 'child', '22')], { a: '配偶', b: '子女' }],
    [
      'by the end of their numbers where they are the same to the reader',
      [person('a', '王*', 'child', '11'), person('b', '王*', 'child', '2X'), person('c', '王*', 'parent', '33')],
      { a: '尾号 11', b: '尾号 2X', c: '父母' },
    ],
    ['not at all where nobody is masked like them', [person('a', '王*', 'child', '11'), person('b', '陈*兰', 'child', '22')], {}],
  ])('are told apart %s', (_how, people, marks) => {
    expect(Object.fromEntries(marksOf(people))).toEqual(marks);
  });

  it('carry the mark in brackets', () => {
    expect([withMark('王*', '子女'), withMark('王*', null)]).toEqual(['王*（子女）', '王*']);
  });
});
