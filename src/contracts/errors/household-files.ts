/** Errors of 一户一策一档; spread into ERRORS. */
export const HOUSEHOLD_FILES_ERRORS = {
  'household-files.outside-area': { status: 400, say: '这个地方不在您的辖区', doNext: '请选本辖区的街道或社区' },
} as const;
