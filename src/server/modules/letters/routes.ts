import * as endpoints from '#contracts/letters.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import * as access from './access.ts';
import { letterFile, printLetters } from './letter-file.ts';
import { readLetter, readLetters } from './read-letters.ts';
import { reissueLetter } from './reissue-letter.ts';
import { readTellings, recordTelling } from './tell-person.ts';

export const routes: Route[] = [
  serve(endpoints.listLetters, { access: access.readers, audit: 'letters.list' }, (ctx, { query }) =>
    readLetters(ctx, query),
  ),
  serve(endpoints.readLetter, { access: access.readers, audit: 'letters.read' }, (ctx, { params }) =>
    readLetter(ctx, params.id),
  ),
  serve(endpoints.letterFile, { access: access.readers, audit: 'letters.file' }, (ctx, { params, query }) =>
    letterFile(ctx, params.id, query.format),
  ),
  serve(endpoints.printLetters, { access: access.printers, audit: 'letters.print' }, (ctx, { query }) =>
    printLetters(ctx, query),
  ),
  serve(endpoints.reissueLetter, { access: access.issuers, audit: 'letters.reissue' }, (ctx, { params, body }) =>
    reissueLetter(ctx, params.id, body.reason),
  ),
  serve(endpoints.listTellings, { access: access.callReaders, audit: 'letters.tellings' }, (ctx, { query }) =>
    readTellings(ctx, query),
  ),
  serve(endpoints.recordTelling, { access: access.callers, audit: 'letters.tell' }, (ctx, { params, body }) =>
    recordTelling(ctx, params.id, body),
  ),
];
