import * as contract from '#contracts/credit-records.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { bringRecords, readOf, readRecords } from './access.ts';
import { bringFile } from './bring-file.ts';
import { listBatches, listOf, listRecords } from './read-records.ts';
import { startReceiving } from './receive-feed.ts';

const bringing = (audit: string) => ({ access: bringRecords, audit });

export const routes: readonly Route[] = [
  serve(contract.listCreditRecords, { access: readRecords, audit: 'credit-records.list' }, (ctx, { query }) =>
    listRecords(ctx, query),
  ),
  serve(contract.listCreditOf, { access: readOf, audit: 'credit-records.of' }, (ctx, { params }) =>
    listOf(ctx, params.subjectId),
  ),
  serve(contract.bringCreditRecords, bringing('credit-records.bring'), (ctx, { upload, query }) =>
    bringFile(ctx, upload, query.department),
  ),
  serve(contract.listCreditBatches, bringing('credit-records.batches'), (ctx, { query }) => listBatches(ctx, query)),
  serve(contract.receiveCreditRecords, bringing('credit-records.receive'), ctx => startReceiving(ctx)),
];
