/** The tab with the relatives, and what every page about a switch says of it. */
export const RELATIVES = {
  group: { awaiting: '等您确认', mine: '我绑定的家人', others: '绑定了我的家人', ended: '已结束' },
  none: {
    title: '还没有绑定家人',
    text: '绑定后可以出示家人的医保码，或用您的个人账户帮家人付。约需 3 分钟。',
  },
  begun: {
    draft: '有一份绑定还没有填完',
    draftOf: '绑定{name}还没有填完',
    draftNote: '填过的内容还在这部手机上，点这里接着填。',
  },
  /** As one says whose relative it is. */
  invitation: {
    answer: '请您查看并确认',
    validBefore: '{time} 前有效',
    expires: '{time} 前有效，过期自动失效。',
  },
  act: {
    pause: '暂停',
    resume: '恢复',
    change: '修改',
    close: '关闭',
    open: '打开',
    withdraw: '撤回邀请',
    why: '为什么',
    /** Read aloud, and in the history: which act, on which switch. */
    spoken: '{act}：{what}',
  },
  switch: {
    notOpen: '未开启',
    pausedByOther: '这是TA暂停的，只能由TA恢复。',
    openNotNow: '现在不能打开。',
    changeNotNow: '现在不能改动。',
  },
  terms: {
    open: '长期有效',
    until: '到 {day}（含当天）',
    perPayment: '每次不超过 {payment}',
    perMonth: '每月不超过 {month}',
    both: '每次不超过 {payment}，每月不超过 {month}',
    unlimited: '不设限额',
    place: '第 {place} 位',
  },
} as const;

/** The two switches, to each of the two people. */
export const GRANTS = {
  owner: {
    'show-code': '出示TA的医保码',
    'share-funds': '用我的个人账户帮TA付',
  },
  relative: {
    'show-code': '由TA出示我的医保码',
    'share-funds': '由TA的个人账户帮我付',
  },
  note: {
    'show-code': '国家医保的“亲情账户”。只出示，不动您的钱。',
    'share-funds': '职工医保的“家庭共济”。家人的费用从您的个人账户扣。',
  },
  withdrawal: '撤回后，TA不能再同意这份邀请。需要时可以重新发起。',
} as const;

/** What a pause does, said before it is done. */
export const GRANT_PAUSE = {
  owner: {
    'show-code': '暂停后，您不能出示TA的医保码。随时可以恢复。',
    'share-funds': '暂停后，TA的费用不再从您的个人账户扣。随时可以恢复。',
  },
  relative: {
    'show-code': '暂停后，TA不能出示您的医保码。随时可以恢复。',
    'share-funds': '暂停后，您的费用不再从TA的个人账户扣。随时可以恢复。',
  },
} as const;

/** Why a switch stands as it does: what only one of the two can do, said to each of them. */
export const GRANT_WHY = {
  owner: {
    proposed: '您发起的，等TA确认',
    'sponsor-pledged': '由您承诺开通',
    'guardian-stated': '由您作为监护人承诺开通',
    accepted: 'TA本人同意',
    'accepted-with-face-check': 'TA本人刷脸同意',
    declined: 'TA没有同意',
    withdrawn: '您撤回了邀请',
    'owner-insurance-paused': '您的参保暂停，自动结束',
    'owner-insurance-ended': '您的参保终止，自动结束',
    'owner-moved': '您的参保转到了其他统筹区，自动结束',
    'relative-insurance-paused': 'TA的参保暂停，自动结束',
    'relative-insurance-ended': 'TA的参保终止，自动结束',
    'relative-moved': 'TA的参保转到了其他统筹区，自动结束',
    'came-of-age': 'TA满 16 周岁了，要TA本人确认',
  },
  relative: {
    proposed: 'TA发起的，等您确认',
    'sponsor-pledged': '由TA承诺开通',
    'guardian-stated': '由TA作为监护人承诺开通',
    accepted: '您本人同意',
    'accepted-with-face-check': '您本人刷脸同意',
    declined: '您没有同意',
    withdrawn: 'TA撤回了邀请',
    'owner-insurance-paused': 'TA的参保暂停，自动结束',
    'owner-insurance-ended': 'TA的参保终止，自动结束',
    'owner-moved': 'TA的参保转到了其他统筹区，自动结束',
    'relative-insurance-paused': '您的参保暂停，自动结束',
    'relative-insurance-ended': '您的参保终止，自动结束',
    'relative-moved': '您的参保转到了其他统筹区，自动结束',
    'came-of-age': '您满 16 周岁了，要您本人确认',
  },
  /** What either of them can do. */
  byYou: { paused: '您暂停的', resumed: '您恢复的', closed: '您关闭的', unbound: '您解绑的' },
  byThem: { paused: 'TA暂停的', resumed: 'TA恢复的', closed: 'TA关闭的', unbound: 'TA解绑的' },
} as const;
