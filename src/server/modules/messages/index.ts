export { mergeMessages } from './db-merge.ts';
export { messagesFollowElder } from './follow-elder.ts';
export { type Notice, notify, type Post } from './send-message.ts';
export { tellHelped } from './tell-helped.ts';
export type { TemplateName } from './templates.ts';
