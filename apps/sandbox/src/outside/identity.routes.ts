import { identityRequest } from '@gongji/contract';
import type Router from 'koa-router';
import type { SandboxDeps } from '../deps';
import { body } from '../http';
import { findPersonNow } from '../register/find-person-now';

/** Confirms only when name, certificate and insured place all belong to one living person; it never says which of them is wrong. */
export function identityRoutes(router: Router, { state }: SandboxDeps): void {
  router.post('/identity/verify', (ctx) => {
    const asked = body(identityRequest, ctx);
    const person = findPersonNow(state, asked.certificateNumber);
    const confirmed =
      person !== undefined &&
      person.diedOn === null &&
      person.name === asked.name.trim() &&
      person.certificateKind === asked.certificateKind &&
      person.regionCode === asked.regionCode;
    if (!confirmed) {
      ctx.body = { confirmed: false };
      return;
    }
    const { regionCode, scheme, insuranceState, groups, birthDate } = person;
    ctx.body = { confirmed: true, regionCode, scheme, insuranceState, groups, birthDate };
  });
}
