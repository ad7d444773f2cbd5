import { decided } from '@gongji/domain';
import type { Command } from '../outcome';
import type { RegisterInstitution } from '../requests';
import { findKeysInUse, removeKeys, saveInstitution, saveKey } from '../store/institution.store';
import { institutionAccount, openClearingAccount } from '../store/ledger.store';
import { inTransaction } from '../store/transaction';

/**
 * Takes over institutions with their gateway keys; each gets the clearing account that settlements pay into. A new key pair replaces all others; one that is
 * in use already leaves a second one beside it alone.
 */
export const registerInstitutions: Command<RegisterInstitution, { readonly institutionId: string }> = (deps, requests) =>
  inTransaction(deps.db, async (tx) => {
    const ids: string[] = [];
    for (const request of requests) {
      const id = await saveInstitution(tx, deps, request);
      const inUse = await findKeysInUse(tx, id);
      if (!inUse.includes(request.accessKey)) await removeKeys(tx, deps, inUse);
      await saveKey(tx, deps, { institutionId: id, accessKey: request.accessKey, secretKey: request.secretKey });
      await openClearingAccount(tx, deps, institutionAccount(id));
      ids.push(id);
    }
    return ids.map((institutionId) => decided({ institutionId }));
  });
