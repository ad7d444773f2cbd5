export const SESSION_TEXT = {
  title: '选择演示人物',
  lead: '家人的医保，一起用好',
  first: '自己的医保码登录后就能用；帮家人出示或付钱，先绑定家人。',
  intro: '这是演示环境。下面的人物、账户和金额都是虚构的，请选一位进入。用电脑宽屏打开，旁边还有收费窗口可以一起试。',
  openInWeChat: '请在微信中打开',
  openInWeChatText: '登录需要微信确认是您本人。请在微信里搜索并打开“共济”小程序。',
  welcome: '欢迎使用共济',
  welcomeText: '出示自己和家人的医保码，用个人账户帮家人付。需要用微信确认是您本人。',
  logIn: '微信登录',
} as const;
