import { describe, expect, it } from '@jest/globals';
import { CONSENT } from './consent';

describe('the notice before a binding', () => {
  it('says whether and when the binding ends, and what else ends it', () => {
    const ends = CONSENT.paragraphs.filter((paragraph) => paragraph.includes('结束')).join('');
    for (const fact of ['什么时候结束：', '长期有效', '结束日期', '过了那天自动结束', '解绑', '去世', '参保转移', '收到消息'])
      expect(ends).toContain(fact);
  });
});
