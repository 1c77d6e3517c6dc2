/** Errors of accounts, sessions and the site itself; spread into ERRORS. */
export const ACCOUNTS_ERRORS = {
  'accounts.wrong-password': {
    status: 401,
    say: '账号或密码不对',
    doNext: '请核对后再试；连错 5 次会锁定 15 分钟，忘了密码请联系本单位管理员',
  },
  'accounts.locked': {
    status: 429,
    say: '密码连错 5 次，账号已锁定 15 分钟',
    doNext: '请 15 分钟后再试，或联系本单位管理员重设密码',
  },
  'accounts.suspended': { status: 403, say: '这个账号已停用', doNext: '请联系本单位管理员' },
  'accounts.no-post': { status: 403, say: '这个账号今天没有任何岗位', doNext: '请联系本单位管理员核对任职起止日期' },
  'accounts.not-your-post': { status: 403, say: '这个岗位不是您的，或已到期', doNext: '请在“换岗位”里重新选' },
  'accounts.weak-password': {
    status: 400,
    say: '新密码不够安全',
    doNext: '请用至少 10 位、同时有字母和数字、与账号和旧密码都不同的密码',
  },
  'accounts.old-password-wrong': { status: 400, say: '现在的密码不对', doNext: '请重新输入现在用的密码' },
  'accounts.link-used': {
    status: 409,
    say: '这个链接无效或已经用过',
    doNext: '已设过密码请直接登录；还没设过，请重新启动系统，用终端里新印出的链接',
  },
  'accounts.demo-only': {
    status: 409,
    say: '只有演示系统才能调整业务日期',
    doNext: '正式系统的业务日期就是当天，不能改',
  },
} as const;
