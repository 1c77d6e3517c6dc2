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
  'accounts.no-guardian': {
    status: 409,
    say: '只有还在用的家属账号能登记为法定监护人',
    doNext: '请先给监护人开家属账号，再登记',
  },
  'accounts.guardian-same-person': {
    status: 409,
    say: '监护人要由另一人核准：登记的人和监护人自己都不能',
    doNext: '请街道或社区的另一位同事，对着依据核准',
  },
  'accounts.weak-password': {
    status: 400,
    say: '新密码不够安全',
    doNext: '请用至少 10 位、同时有字母和数字、与账号和旧密码都不同的密码',
  },
  'accounts.old-password-wrong': { status: 400, say: '现在的密码不对', doNext: '请重新输入现在用的密码' },
  'accounts.link-used': {
    status: 409,
    say: '这个链接无效或已经用过',
    doNext: '已设过密码请直接登录；还没设过，请向给链接的人再要一个（首个管理员请重新启动系统）',
  },
  'accounts.login-taken': {
    status: 409,
    say: '这个账号名已有人用',
    doNext: '请换一个账号名；是同一个人的，请核对姓名',
  },
  'accounts.outside-area': { status: 403, say: '不在您管理的辖区内', doNext: '请联系上级系统管理员' },
  'accounts.wrong-post': { status: 400, say: '这个岗位对不上', doNext: '请按提示改正标红的栏目' },
  'accounts.own-post': { status: 403, say: '自己的账号和岗位不能由自己改', doNext: '请由另一位系统管理员办理' },
  'accounts.wrong-permission': {
    status: 409,
    say: '这项权限现在不能这样改',
    doNext: '请刷新后看这个岗位现在有没有；权限只给民政、资金、监管、审计的岗位',
  },
  'accounts.last-administrator': {
    status: 409,
    say: '这是最后一位系统管理员，停了就没有人能管账号',
    doNext: '请先给另一个人系统管理员的岗位，并等他设好密码',
  },
  'accounts.organisation-known': { status: 409, say: '这个单位已登记过', doNext: '请在单位列表里找到它' },
  'accounts.organisation-busy': {
    status: 409,
    say: '这个单位还有在任的岗位',
    doNext: '请先让这些岗位到期，再注销单位',
  },
  'accounts.ask-administrator': {
    status: 403,
    say: '这个账号还有别的岗位，不能在这里重设密码',
    doNext: '请本人联系系统管理员重设',
  },
  'accounts.demo-only': {
    status: 409,
    say: '只有演示系统才能调整业务日期',
    doNext: '正式系统的业务日期就是当天，不能改',
  },
} as const;
