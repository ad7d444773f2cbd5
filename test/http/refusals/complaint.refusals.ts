import { randomUUID } from 'node:crypto';
import type { Caller } from '../../support/edge-client';
import { chen, type ReachedTable } from './lab';

const body = { kind: 'other', text: '一条投诉建议。', about: null, reference: null, errorCode: null, phone: null } as const;
const write = (caller: Caller) => caller.ask('writeComplaint', { body });

export const COMPLAINT_REFUSALS: ReachedTable = {
  COMPLAINT_NOT_FOUND: { by: async (edge) => (await chen(edge)).refused('complaint', { path: { complaintId: randomUUID() } }) },
  COMPLAINT_SUBJECT_NOT_FOUND: {
    by: async (edge) => (await chen(edge)).refused('writeComplaint', { body: { ...body, about: { kind: 'binding', id: randomUUID() } } }),
  },
  COMPLAINT_TOO_MANY: {
    by: async (edge) => {
      const writer = await chen(edge);
      for (let count = 0; count < 5; count += 1) await write(writer);
      return writer.refused('writeComplaint', { body });
    },
  },
  COMPLAINT_TOO_MANY_OPEN: {
    by: async (edge) => {
      const writer = await chen(edge);
      for (let count = 0; count < 10; count += 1) {
        if (count === 5) edge.pretendNow(new Date('2026-11-24T02:00:00Z'));
        await write(writer);
      }
      edge.pretendNow(new Date('2026-11-25T02:00:00Z'));
      return writer.refused('writeComplaint', { body });
    },
  },
  COMPLAINT_CLOSED: {
    by: async (edge) => {
      const writer = await chen(edge);
      const path = { complaintId: (await write(writer)).complaintId };
      await writer.ask('closeComplaint', { path, body: {} });
      return writer.refused('closeComplaint', { path, body: {} });
    },
  },
};
