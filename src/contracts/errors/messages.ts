/** Errors of messages; spread into ERRORS. */
export const MESSAGES_ERRORS = {
  'messages.not-found': { status: 404, say: '没有找到这条消息', doNext: '请回到消息列表重新打开' },
} as const;
