import * as endpoints from '#contracts/messages.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { administratorOnly, ownMessages } from './access.ts';
import { changeContact, readContact } from './contact.ts';
import { countInbox } from './db.ts';
import { markAllRead, markRead, readInbox } from './read-inbox.ts';
import { readSmsSettings } from './read-settings.ts';

export const routes: Route[] = [
  serve(endpoints.listMessages, { access: ownMessages, audit: 'messages.list' }, (ctx, { query }) =>
    readInbox(ctx, query),
  ),
  serve(endpoints.countUnreadMessages, { access: ownMessages, audit: 'messages.count' }, async ctx => ({
    unread: await countInbox(ctx, true),
  })),
  serve(endpoints.markMessageRead, { access: ownMessages, audit: 'messages.mark-read' }, (ctx, { params }) =>
    markRead(ctx, params.id),
  ),
  serve(endpoints.markAllMessagesRead, { access: ownMessages, audit: 'messages.mark-all-read' }, ctx =>
    markAllRead(ctx),
  ),
  serve(endpoints.readMessageContact, { access: ownMessages, audit: 'messages.read-contact' }, ctx => readContact(ctx)),
  serve(endpoints.changeMessageContact, { access: ownMessages, audit: 'messages.change-contact' }, (ctx, { body }) =>
    changeContact(ctx, body),
  ),
  serve(endpoints.readSmsSettings, { access: administratorOnly, audit: 'messages.sms-settings' }, async () =>
    readSmsSettings(),
  ),
];
