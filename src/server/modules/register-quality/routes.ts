import * as endpoints from '#contracts/register-quality/pairs.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import * as access from './access.ts';
import { checkRegister } from './check-register.ts';
import { mergedInto } from './db/pairs.ts';
import { distinguishPair, reopenPair } from './judge-pair.ts';
import { decideMerge, mergePair } from './merge-pair.ts';
import { listPairSides, listPairs, readPair } from './read-pairs.ts';
import { decideUndoMerge, undoMerge } from './undo-merge.ts';

const judging = (audit: string) => ({ access: access.judgePairs, audit });

export const routes: Route[] = [
  serve(endpoints.listPairs, judging('register.pairs'), (ctx, { query }) => listPairs(ctx, query)),
  serve(endpoints.listPairSides, judging('register.pair-sides'), ctx => listPairSides(ctx)),
  serve(endpoints.readPair, judging('register.pair'), (ctx, { params }) => readPair(ctx, params.id)),
  serve(endpoints.distinguishPair, judging('register.distinguish'), (ctx, { params, body }) =>
    distinguishPair(ctx, params.id, body.reason),
  ),
  serve(endpoints.reopenPair, judging('register.reopen'), (ctx, { params }) => reopenPair(ctx, params.id)),
  serve(endpoints.mergePair, judging('register.merge'), (ctx, { params, body }) => mergePair(ctx, params.id, body)),
  serve(endpoints.decideMerge, judging('register.decide-merge'), (ctx, { params, body }) =>
    decideMerge(ctx, params.id, body),
  ),
  serve(endpoints.undoMerge, judging('register.undo'), (ctx, { params, body }) =>
    undoMerge(ctx, params.id, body.reason),
  ),
  serve(endpoints.decideUndoMerge, judging('register.decide-undo'), (ctx, { params, body }) =>
    decideUndoMerge(ctx, params.id, body),
  ),
  serve(endpoints.checkRegister, judging('register.start-check'), ctx => checkRegister(ctx)),
  serve(endpoints.findMergedInto, judging('register.merged-into'), async (ctx, { params }) => ({
    elderId: await mergedInto(ctx, params.id),
  })),
];
