/** Logging in, and the first consent. */
export const SESSION = {
  lead: '家人的医保，一起用好',
  first: '自己的医保码登录后就能用；帮家人出示或付钱，先绑定家人。',
  intro: '这是演示环境。下面的人物、账户和金额都是虚构的，请选一位进入。用电脑宽屏打开，旁边还有收费窗口可以一起试。',
  openInWeChat: '请在微信中打开',
  openInWeChatText: '登录需要微信确认是您本人。请在微信里搜索并打开“共济”小程序。',
  welcome: '欢迎使用共济',
  welcomeText: '出示自己和家人的医保码，用个人账户帮家人付。需要用微信确认是您本人。',
  logIn: '微信登录',
  loggingIn: '正在登录…',
  consent: {
    tick: '我看过了，同意这样使用我的信息',
    agree: '同意并登录',
    decline: '不同意',
  },
  declined: {
    title: '没有登录，也没有保存您的信息',
    lead: '不同意也可以：',
    policy: '查地区规则',
    policyNote: '不用登录，看各地怎么规定',
    counter: '到窗口办理',
    counterText: '带身份证或社保卡到医保经办窗口，绑定、解绑、代缴和查余额都能办；看病买药用实体社保卡也可以。',
    back: '回去再看看',
  },
  page: { title: '登录', help: '不会用手机？看怎么到窗口办' },
} as const;
