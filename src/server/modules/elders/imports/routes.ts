import { decideImportChanges } from '#contracts/elders/import-changes.ts';
import * as imports from '#contracts/elders/imports.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { checkCorrection, importElders } from '../access.ts';
import { startCheck } from './check-import.ts';
import { startDecision } from './decide-changes.ts';
import { startLoad } from './load-import.ts';
import * as read from './read-imports.ts';
import { uploadImport } from './upload-import.ts';

const rule = (audit: string) => ({ access: importElders, audit });

export const importRoutes: Route[] = [
  serve(imports.uploadImport, rule('elders.upload-import'), (ctx, { upload, query }) =>
    uploadImport(ctx, upload, query.sender),
  ),
  serve(imports.listImports, rule('elders.list-imports'), (ctx, { query }) => read.listImports(ctx, query)),
  serve(imports.readImport, rule('elders.read-import'), (ctx, { params }) => read.readImport(ctx, params.id)),
  serve(imports.sampleImport, rule('elders.sample-import'), (ctx, { params }) => read.sampleImport(ctx, params.id)),
  serve(imports.checkImport, rule('elders.check-import'), async (ctx, { params, body }) => {
    await startCheck(ctx, params.id, body);
    return read.readImport(ctx, params.id);
  }),
  serve(imports.loadImport, rule('elders.load-import'), async (ctx, { params, body }) => {
    await startLoad(ctx, params.id, body.arriveAs);
    return read.readImport(ctx, params.id);
  }),
  serve(
    decideImportChanges,
    { access: checkCorrection, audit: 'elders.decide-import-changes' },
    async (ctx, { params, body }) => {
      await startDecision(ctx, params.id, body);
      return read.readImport(ctx, params.id);
    },
  ),
  serve(imports.discardImport, rule('elders.discard-import'), (ctx, { params }) => read.discardImport(ctx, params.id)),
  serve(imports.listLookAlikes, rule('elders.list-look-alikes'), (ctx, { params, query }) =>
    read.listLookAlikes(ctx, params.id, query),
  ),
  serve(imports.decideLookAlikes, rule('elders.decide-look-alikes'), (ctx, { params, body }) =>
    read.decideLookAlikes(ctx, params.id, body),
  ),
  serve(imports.listWrongRows, rule('elders.list-wrong-rows'), (ctx, { params, query }) =>
    read.listWrongRows(ctx, params.id, query),
  ),
  serve(imports.downloadErrorBook, rule('elders.download-error-book'), (ctx, { params }) =>
    read.downloadErrorBook(ctx, params.id),
  ),
];
