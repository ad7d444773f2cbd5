import { closeComplaint, one, readComplaint, readComplaints, writeComplaint } from '@gongji/core';
import { parsePhone } from '@gongji/domain';
import type { AppDeps } from '../deps';
import type { Routes } from './route-table';

export const complaintRoutes = ({ core }: AppDeps): Routes<'complaints' | 'writeComplaint' | 'complaint' | 'closeComplaint'> => ({
  complaints: ({ session }) => readComplaints(core, session.personId),
  writeComplaint: ({ session, key, body }) => {
    const phone = body.phone === null ? null : (parsePhone(body.phone) ?? null);
    return one(writeComplaint)(core, { key, actorId: session.personId, ...body, phone });
  },
  complaint: ({ session, params }) => readComplaint(core, { personId: session.personId, ...params }),
  closeComplaint: ({ session, key, params }) => one(closeComplaint)(core, { key, actorId: session.personId, ...params }),
});
