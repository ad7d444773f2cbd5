// Mistakes that people make with money, locks and other people's data, each as a change of the source. `npm run planted` makes one after the other while
// the tests named beside it run: a mistake that none of them notices fails. Where defences stand behind each other, all of them are taken away.

export interface Fault {
  /** In the words of docs/planted.md. */
  readonly what: string;
  /** `from` stands in its file once. */
  readonly changes: readonly { readonly file: string; readonly from: string; readonly to: string }[];
  readonly project: string;
  /** A pattern for paths. */
  readonly tests: string;
}

export const FAULTS: readonly Fault[] = [
  {
    what: 'accounts are not locked, and whoever writes last wins',
    changes: [
      {
        file: 'packages/core/src/store/ledger.store.ts',
        from: '(await personalAccounts(tx, holderIds).forNoKeyUpdate().execute())',
        to: '(await personalAccounts(tx, holderIds).execute())',
      },
      { file: 'packages/core/src/store/ledger.store.ts', from: ' and a.version = v.read_version`', to: '`' },
      { file: 'packages/core/src/migrations/0003-ledger.ts', from: 'unique (account_id, account_version)', to: 'check (true)' },
    ],
    project: 'races',
    tests: 'premium-races',
  },
  {
    what: 'a binding is not locked, and may end while it pays',
    changes: [
      {
        file: 'packages/core/src/store/binding.store.ts',
        from: "anyOf(ids)).orderBy('id').forNoKeyUpdate().execute();\n}\n\n/** Every live binding on which",
        to: "anyOf(ids)).orderBy('id').execute();\n}\n\n/** Every live binding on which",
      },
    ],
    project: 'races',
    tests: 'binding-races|unbinding-races',
  },
  {
    what: 'two payers pay one premium',
    changes: [
      {
        file: 'packages/core/src/migrations/0006-premiums.ts',
        from: 'create unique index premium_payments__one_open_or_paid',
        to: 'create index premium_payments__one_open_or_paid',
      },
      {
        file: 'packages/core/src/store/premium.store.ts',
        from: 'await sql`select pg_advisory_xact_lock(hashtextextended(name, 0)) from',
        to: 'await sql`select name from',
      },
    ],
    project: 'races',
    tests: 'premium-races',
  },
  {
    what: 'a key is one person’s and everybody’s',
    changes: [
      {
        file: 'packages/core/src/store/request.store.ts',
        from: "'holderId' | 'key'>): string => `${holderId}\\n${key}`;",
        to: "'holderId' | 'key'>): string => (holderId === '' ? '' : key);",
      },
      { file: 'packages/core/src/store/request.store.ts', from: 'where r.holder_id = a.holder_id and r.key', to: 'where r.key' },
    ],
    project: 'core',
    tests: 'idempotency|group-commit',
  },
  {
    what: 'a key answers for another body',
    changes: [{ file: 'packages/core/src/request-lists/run-once.ts', from: ' && earlier.bodyHash.equals(asked.bodyHash)', to: '' }],
    project: 'core',
    tests: 'idempotency',
  },
  {
    what: 'what was taken this month does not count against the cap',
    changes: [
      {
        file: 'packages/core/src/facts/premium.ts',
        from: 'spentThisMonthFen: binding === undefined ? ZERO :',
        to: 'spentThisMonthFen: binding !== null ? ZERO :',
      },
    ],
    project: 'core',
    tests: 'premium',
  },
  {
    what: 'the payers of a settlement come in another order',
    changes: [{ file: 'packages/core/src/facts/sponsors.ts', from: 'return [...active, ', to: 'return [...[...active].reverse(), ' }],
    project: 'core',
    tests: 'settlement|deduction-order',
  },
  {
    what: 'one sponsor’s list is decided without what the list took before',
    changes: [
      {
        file: 'packages/core/src/facts/totals.ts',
        from: 'add(potName(payerId, each.pot), each.amountFen)',
        to: 'of(potName(payerId, each.pot))',
      },
    ],
    project: 'core',
    tests: 'settlement-groups|group-commit',
  },
  {
    what: 'an amount is multiplied as a broken number',
    changes: [
      {
        file: 'packages/domain/src/money.ts',
        from: "const amount = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));",
        to: 'const amount = Math.trunc(Number(match[0]) * 100);',
      },
    ],
    project: 'unit',
    tests: 'money',
  },
  {
    what: 'money comes back to another pot',
    changes: [
      {
        file: 'packages/core/src/jobs/refund-premiums.ts',
        from: 'toAccountId: leg.from_account_id,',
        to: 'toAccountId: accounts[0]?.id ?? leg.from_account_id,',
      },
    ],
    project: 'core',
    tests: 'premium-refund|refund',
  },
  {
    what: 'a code is good for a second scan',
    changes: [
      {
        file: 'packages/core/src/commands/scan-code.ts',
        from: '(code.replaced_at !== null || code.scanned_at !== null || scans.has(code.id))',
        to: '(code.replaced_at !== null || scans.has(code.id))',
      },
    ],
    project: 'core',
    tests: 'code',
  },
  {
    what: 'a token pays at another institution than the one that scanned',
    changes: [
      {
        file: 'packages/core/src/facts/scanned-person.ts',
        from: ' && code.institution_id === institutionId',
        to: ' && institutionId !== null',
      },
    ],
    project: 'core',
    tests: 'code|settlements|patients',
  },
  {
    what: 'a relative’s code is shown without the binding being looked at under the lock',
    changes: [
      {
        file: 'packages/core/src/commands/scan-code.ts',
        from: 'person === undefined || !showable.has(code.id)',
        to: 'person === undefined || showable.size < 0',
      },
    ],
    project: 'core',
    tests: 'code|bindings',
  },
  {
    what: 'anybody reads anybody’s payment',
    changes: [
      {
        file: 'packages/core/src/queries/premium.query.ts',
        from: 'payment?.holder_id === personId ? [payment] : []',
        to: 'payment !== undefined && personId !== null ? [payment] : []',
      },
    ],
    project: 'http',
    tests: 'not-yours',
  },
  {
    what: 'a debit is told to whose cost it was, not to who paid',
    changes: [
      {
        file: 'packages/core/src/steps/tell-premiums.ts',
        from: 'premiumNotice({ ...told, holderId, amountFen,',
        to: 'premiumNotice({ ...told, holderId: personId, amountFen,',
      },
    ],
    project: 'core',
    tests: 'premium|told',
  },
  {
    what: 'the chain’s hash leaves out for whom it was',
    changes: [{ file: 'packages/core/src/store/chain.ts', from: "    transfer.forPersonId ?? '',\n", to: '' }],
    project: 'core',
    tests: 'verify-ledger',
  },
  {
    what: 'a signature of the right length is good',
    changes: [
      {
        file: 'apps/bff/src/institution/signature.ts',
        from: 'given.length !== expected.length || !timingSafeEqual(given, expected)',
        to: 'given.length !== expected.length',
      },
    ],
    project: 'http',
    tests: 'institution-(gateway|attacks|keys)',
  },
  {
    what: 'an application whose answer was lost gives the money back',
    changes: [
      {
        file: 'packages/core/src/steps/take-answer.ts',
        from: "} else if (answer.state === 'refused') {",
        to: "} else if (answer.state === 'refused' || answer.state === 'no-answer') {",
      },
    ],
    project: 'core',
    tests: 'premium-(states|crash)',
  },
];
