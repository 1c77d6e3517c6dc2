/** Errors of policy documents; spread into ERRORS. */
export const POLICIES_ERRORS = {
  'policies.unreadable': {
    status: 400,
    say: '这个文件读不出文字',
    doNext: '请换 .txt、.docx 或有文字的 .pdf，或直接粘贴文字',
  },
  'policies.nothing-found': {
    status: 400,
    say: '没有找到措施，也没有找到进展情况表',
    doNext: '请核对是不是政策文件或进展表',
  },
  'policies.undecided': {
    status: 409,
    say: '还有内容没有审完',
    doNext: '请逐条确认、更正或标为“不是”，全部审完后再入账',
  },
  'policies.already-recorded': { status: 409, say: '这份文件已经入账', doNext: '要改任务请到“落任务”里办理' },
} as const;
