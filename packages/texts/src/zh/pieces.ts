/** A page of the mini program whose code cannot be fetched. */
export const NOT_OPENED = {
  title: '这一页没有打开',
  text: '连上网络后再试一次。急用请带身份证或社保卡到医保经办窗口办理。',
} as const;

/** What the pieces of every page say: loading, errors, results. What only pages behind the tabs need stands in inner-pieces. */
export const PIECES = {
  who: '办理人：{name}',
  loading: {
    spoken: '正在加载，请稍等…',
    again: '重新加载',
    refreshing: '上次更新：{time}，正在更新…',
  },
  unreachable: {
    phone: '手机没有网络',
    service: '暂时连不上服务',
    old: '上次更新：{time}。下面的内容可能已有变化。',
    next: '请检查网络后重新加载。急用请带身份证或社保卡到医保经办窗口办理。',
    notRead: '这一项暂时没有读到。',
    readOnly: '现在只能查看，不能办理。急用请带身份证或社保卡到医保经办窗口办理。',
  },
  notSent: {
    text: '手机没有网络，这一步没有办理',
    next: '连上网络后再试一次。急用请带身份证或社保卡到医保经办窗口办理。',
  },
  toMend: '有 {count} 处需要改正',
  tickFirst: '请先勾选“{label}”',
  unknown: {
    title: '处理中，请勿重复办理',
    text: '网络没有回应，办理可能已经成功。请先查看结果，不要重复办理。',
  },
  spoken: { code: '代码 {number}', reference: '编号 {number}' },
  report: { problem: '反映这个问题', question: '有疑问？反映这个问题' },
  broken: {
    title: '这一页没能显示出来',
    text: '是程序出了错，不是您操作错了。已经提交的办理都记在服务端，不会丢，也不会重复；没有提交的没有生效。',
    again: '重新打开这一页',
    toCode: '回到医保码',
  },
  leg: {
    mine: '{name}（我）',
    own: '{name}（本人）',
    account: '个人账户',
    skipped: '不扣：{why}',
  },
  confidence: {
    official: '官方文件',
    press: '媒体转述',
    low: '可信度低',
    seed: '项目资料，未核实',
    assumed: '暂定：没有查到公开规定',
  },
  rules: {
    basis: '依据',
    fold: '收起',
    showOf: '查看依据：{of}',
    hideOf: '收起依据：{of}',
    show: '查看依据（{count} 条）',
    hide: '收起依据',
    from: '{from}起',
    fromTo: '{from}起，到 {to}（含当天）',
    source: '来源：{title}',
    sourceDated: '来源：{title}（{date}）',
    leansOn: '参考：{title}',
    leansOnDated: '参考：{title}（{date}）',
    note: '说明：{text}',
    openSource: '打开来源网页',
    copySource: '复制来源网址',
    sourceOf: '{act}：{title}',
  },
  /** WeChat asks before something of the phone is used. */
  privacyAsked: {
    title: '需要您先同意',
    text: '微信规定：{purpose}之前，要请您先看过并同意个人信息怎么用。不同意，这一步不办理，别的功能照常使用。',
    purpose: {
      saveImageToPhotosAlbum: '把图片存进相册',
      addPhoneCalendar: '把日期加进手机日历',
      setClipboardData: '复制文字',
      other: '用手机的这项功能',
    },
    agree: '同意',
    disagree: '不同意',
  },
  privacy: {
    kept: '保存什么，用来做什么',
    purpose: '用来：{text}',
    until: '保留：{text}',
    others: '谁还能看到',
    rights: '您可以',
    version: '说明版本 {version}，自{from}起',
  },
  device: {
    phone: '手机',
    browser: '{system}上的浏览器',
    computer: '{system} 电脑上的浏览器',
    android: '安卓手机上的浏览器',
    harmony: '鸿蒙手机上的浏览器',
    other: '设备上的浏览器',
  },
} as const;
