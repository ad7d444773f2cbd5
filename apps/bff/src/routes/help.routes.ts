import { type FormPerson, readCounterHelp, readFormPerson } from '@gongji/core';
import type { FormPurpose } from '@gongji/domain';
import type { AppDeps } from '../deps';
import type { EdgeContext } from '../http/edge-context';
import type { RateLimit } from '../http/rate-limit';
import type { Routes } from './route-table';

interface Asked {
  readonly regionCode: string;
  readonly purpose: FormPurpose;
  readonly person: FormPerson | null;
  readonly ctx: EdgeContext;
}

export function helpRoutes(
  { core, printForm, sandbox }: AppDeps,
  limit: RateLimit,
): Routes<'counterHelp' | 'counterForm' | 'ownCounterForm'> {
  const file = async ({ regionCode, purpose, person, ctx }: Asked): Promise<Uint8Array> => {
    const { regionName, papers, papersUnknownText, hotline } = readCounterHelp(core, regionCode);
    const bytes = await printForm({
      purpose,
      regionName,
      papersText: papers?.text ?? `没有查到${regionName}办理材料的公开规定。${papersUnknownText}`,
      papersSource: papers === null ? '' : `${papers.sourceTitle}（${papers.regionName}）`,
      hotline,
      person,
      demo: sandbox !== null,
    });
    // Nothing about the person: files are passed on.
    ctx.attachment(`gongji-form-${purpose}.pdf`);
    return bytes;
  };
  return {
    counterHelp: async ({ params }) => readCounterHelp(core, params.region),
    counterForm: async ({ params, query, ctx }) => {
      await limit.count('formsPerAddress', ctx.ip);
      return file({ regionCode: params.region, ...query, person: null, ctx });
    },
    ownCounterForm: async ({ session: { personId }, query: { purpose, number }, ctx }) => {
      await limit.count('formsPerPerson', personId);
      const person = await readFormPerson(core, { personId, number });
      return file({ regionCode: person.regionCode, purpose, person, ctx });
    },
  };
}
