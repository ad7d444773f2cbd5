import { decideDeletion, decided, type Fen, refused } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findDeletionFacts } from '../facts/deletion';
import { closePots } from '../steps/close-pots';
import type { Command, Nothing, Outcome, PersonRequest } from '../outcome';
import { runOnce } from '../request-lists/run-once';
import { lockBindingsOfPersons } from '../store/binding.store';
import type { PersonalAccount } from '../store/booking';
import { findPrivacyConsents, savePrivacyConsent } from '../store/consent-to-privacy.store';
import { forgetDevices } from '../store/device.store';
import { lockCodesAbout } from '../store/issued-code.store';
import { lockAccounts, move } from '../store/ledger.store';
import { forgetOrder } from '../store/order.store';
import { findPerson, forgetPerson, isHere, lockPersons } from '../store/person.store';
import { forgetMessages, writeAudit } from '../store/record.store';
import { forgetAllowances } from '../store/subscription.store';
import type { Tx } from '../store/transaction';
import { endShowing, lockKeysAbout } from './end-showing';

/**
 * Takes from the person's rows whatever names them, and from everybody the way to act as them: keys, codes, the WeChat id. The books stay as they were
 * written, and what the register had brought into them goes back to where it came from. ACCOUNT_DELETION_BLOCKED while anything is under way,
 * PERSON_NOT_ENROLLED for somebody who has left already. Whoever serves log-ins ends these afterwards.
 */
export const deleteAccount: Command<PersonRequest, Nothing> = (deps, requests) =>
  runOnce<PersonRequest, Nothing, readonly PersonalAccount[]>(
    deps,
    {
      kind: 'delete-account',
      bodyOf: () => ({}),
      lock: async (tx, all) => {
        const people = all.map(({ actorId }) => actorId);
        await lockPersons(tx, people);
        await lockBindingsOfPersons(tx, people);
        await lockKeysAbout(tx, people);
        // Codes come before accounts, and a code that is scanned in this moment keeps the person here.
        await lockCodesAbout(tx, people);
        return lockAccounts(tx, people);
      },
      act: (tx, { actorId }, accounts) => leave(tx, deps, { personId: actorId, accounts }),
    },
    requests,
  );

interface Leaving {
  readonly personId: string;
  readonly accounts: readonly PersonalAccount[];
}

async function leave(tx: Tx, deps: CoreDeps, { personId, accounts }: Leaving): Promise<Outcome<Nothing>> {
  const person = await findPerson(tx, personId);
  if (!isHere(person)) return refused('PERSON_NOT_ENROLLED');
  const decision = decideDeletion(await findDeletionFacts(tx, deps, personId));
  if (!decision.ok) return decision;
  await endShowing(tx, deps, personId);
  const own = accounts.filter((account) => account.holderId === personId && account.balance > 0);
  const pots = own.map(({ id: accountId, holderId, pot, balance }) => ({
    holderId,
    accountId,
    pot,
    amountFen: balance as Fen,
    subjectId: personId,
  }));
  await move(tx, deps, { accounts: own, movements: await closePots(tx, deps, pots) });
  const [last] = await findPrivacyConsents(tx, personId);
  if (last?.step === 'given') await savePrivacyConsent(tx, deps, { personId, version: last.version, step: 'withdrawn' });
  // Allowances before messages, as whoever sends one takes them.
  await forgetAllowances(tx, personId);
  await forgetMessages(tx, personId);
  await forgetOrder(tx, personId);
  await forgetDevices(tx, deps, personId);
  await forgetPerson(tx, deps, personId);
  await writeAudit(tx, deps, [
    { holderId: personId, actor: { kind: 'person', id: personId }, action: 'account-deleted', subjectId: personId },
  ]);
  return decided({});
}
