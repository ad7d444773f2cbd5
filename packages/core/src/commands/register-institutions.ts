import { decided } from '@gongji/domain';
import type { Command } from '../outcome';
import type { RegisterInstitution } from '../requests';
import { institutionAccount, openClearingAccount } from '../store/ledger.store';
import { saveInstitution } from '../store/institution.store';
import { inTransaction } from '../store/transaction';

/** Takes over institutions with their gateway keys; each gets the clearing account that settlements pay into. */
export const registerInstitutions: Command<RegisterInstitution, { readonly institutionId: string }> = (deps, requests) =>
  inTransaction(deps.db, async (tx) => {
    const ids: string[] = [];
    for (const request of requests) {
      const id = await saveInstitution(tx, deps, request);
      await openClearingAccount(tx, deps, institutionAccount(id));
      ids.push(id);
    }
    return ids.map((institutionId) => decided({ institutionId }));
  });
