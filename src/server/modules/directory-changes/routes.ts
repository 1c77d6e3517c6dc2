import { listDirectoryChanges } from '#contracts/directory-changes.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { readChanges } from './access.ts';
import { listChanges } from './note-change.ts';

export const routes: readonly Route[] = [
  serve(listDirectoryChanges, { access: readChanges, audit: 'directory-changes.list' }, (ctx, { query }) =>
    listChanges(ctx, query),
  ),
];
