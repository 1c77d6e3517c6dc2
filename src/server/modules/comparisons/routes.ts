import * as feeds from '#contracts/comparison-feeds.ts';
import * as contract from '#contracts/comparisons.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { compareTables, decideDifferences, readDifferences } from './access.ts';
import { decideDifference } from './decide-difference.ts';
import { listComparisonRows, listComparisons, readComparison, readFeeds } from './read-batches.ts';
import { listDifferences, readDifference } from './read-differences.ts';
import { listReceipts } from './read-receipts.ts';
import { startReceiving } from './receive-feed.ts';
import { discardTable, startComparison, uploadTable } from './upload-table.ts';

const rule = (audit: string) => ({ access: compareTables, audit });
const reading = (audit: string) => ({ access: readDifferences, audit });

export const routes: readonly Route[] = [
  serve(contract.uploadComparison, rule('comparisons.upload'), (ctx, { upload, query }) =>
    uploadTable(ctx, upload, query),
  ),
  serve(contract.listComparisons, rule('comparisons.list'), (ctx, { query }) => listComparisons(ctx, query)),
  serve(contract.readComparison, rule('comparisons.read'), (ctx, { params }) => readComparison(ctx, params.id)),
  serve(contract.runComparison, rule('comparisons.run'), async (ctx, { params, body }) => {
    await startComparison(ctx, params.id, body);
    return readComparison(ctx, params.id);
  }),
  serve(contract.discardComparison, rule('comparisons.discard'), async (ctx, { params }) => {
    await discardTable(ctx, params.id);
    return readComparison(ctx, params.id);
  }),
  serve(contract.listComparisonRows, rule('comparisons.rows'), (ctx, { query }) => listComparisonRows(ctx, query)),
  serve(feeds.listFeeds, rule('comparisons.feeds'), ctx => readFeeds(ctx)),
  serve(feeds.listReceipts, rule('comparisons.receipts'), (ctx, { query }) => listReceipts(ctx, query)),
  serve(feeds.receiveFeed, rule('comparisons.receive'), (ctx, { params }) => startReceiving(ctx, params.kind)),
  serve(contract.listDifferences, reading('comparisons.differences'), (ctx, { query }) => listDifferences(ctx, query)),
  serve(contract.readDifference, reading('comparisons.difference'), (ctx, { params }) =>
    readDifference(ctx, params.id),
  ),
  serve(
    contract.decideDifference,
    { access: decideDifferences, audit: 'comparisons.decide' },
    (ctx, { params, body }) => decideDifference(ctx, params.id, body),
  ),
];
