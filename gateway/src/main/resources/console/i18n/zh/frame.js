export default {
  'login.tagline': '认真对待每一件投诉，负责到底。',
  'login.user': '用户',
  'login.password': '密码',
  'login.submit': '登录',
  'login.provider': '使用组织账号登录',
  'login.wrong': '用户或密码不正确。两者都写在数据文件夹的 credentials.json 中。',
  'login.slow': '尝试次数过多。请等待 {seconds} 秒后再试。',

  'nav.board': '看板',
  'nav.insight': '分析',
  'nav.document': '接口',
  'nav.admin': '管理',
  'nav.search': '受理编号或关键词',
  'nav.logout': '退出登录',
  'nav.language': '语言',
  'nav.skip': '跳到正文',
  'nav.unloaded': '无法加载此页面，Amends 可能已有新版本。',

  'live.on': '实时',
  'live.off': '正在重新连接…',

  'problem.offline': '无法连接到平台。请检查网络；本页会自动重试。',
  'problem.unavailable': '服务暂时不可用，请过几秒再试。',
  'problem.forbidden': '您没有此项权限。',
  'problem.notFound': '这里没有内容。请核对受理编号。',
  'problem.unexpected': '操作未成功：{detail}',

  'action.retry': '重试',
  'action.cancel': '取消',
  'action.show': '显示',
  'action.close': '关闭',

  'span.seconds': '{seconds} 秒',
  'span.minutes': '{minutes} 分 {seconds} 秒',
  'span.days': '{days}天{hours}小时',
  'span.hours': '{hours}小时{minutes}分',
};
