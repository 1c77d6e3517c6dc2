import * as endpoints from '#contracts/policies/documents.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { readDocuments, reviewDocuments } from './access.ts';
import * as db from './db.ts';
import { documentAnswer, rowOf } from './document-answer.ts';
import { importDocument, listSamples, readSample } from './import-document.ts';
import { recordDocument } from './record-document.ts';
import { decideItem, withdrawDocument } from './review-document.ts';

export const routes: Route[] = [
  serve(endpoints.listDocuments, { access: readDocuments, audit: 'policies.list' }, async ctx => {
    const rows = await db.listDocuments(ctx);
    const counts = ({ total, undecided, doubtful }: db.Counts) => ({ total, undecided, doubtful });
    return { rows: rows.map(row => rowOf(row, counts(row))), samples: ctx.demo ? listSamples() : [] };
  }),
  serve(endpoints.uploadDocument, { access: reviewDocuments, audit: 'policies.upload' }, (ctx, { file }) =>
    importDocument(ctx, new Uint8Array(file?.bytes ?? [])),
  ),
  serve(endpoints.pasteDocument, { access: reviewDocuments, audit: 'policies.paste' }, (ctx, { body }) =>
    importDocument(ctx, 'text' in body ? body.text : readSample(body.sample)),
  ),
  serve(endpoints.getDocument, { access: readDocuments, audit: 'policies.get' }, (ctx, { params }) =>
    documentAnswer(ctx, params.id),
  ),
  serve(endpoints.decideItem, { access: reviewDocuments, audit: 'policies.decide' }, (ctx, { params, body }) =>
    decideItem(ctx, { documentId: params.id, itemId: params.itemId }, body),
  ),
  serve(endpoints.recordDocument, { access: reviewDocuments, audit: 'policies.record' }, (ctx, { params }) =>
    recordDocument(ctx, params.id),
  ),
  serve(endpoints.withdrawDocument, { access: reviewDocuments, audit: 'policies.withdraw' }, (ctx, { params, body }) =>
    withdrawDocument(ctx, params.id, body.note),
  ),
];
