import * as contract from '#contracts/filial-models.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import * as access from './access.ts';
import { addFile, readFile } from './files.ts';
import { listNominees, nominate, readNominee, setConsent, stepNominee } from './nominees.ts';
import { listYears, openYear, readPublic, stepYear } from './years.ts';

const reading = (audit: string) => ({ access: access.readModels, audit });
const deciding = (audit: string) => ({ access: access.decideModels, audit });

export const routes: readonly Route[] = [
  serve(contract.listFilialYears, reading('filial-models.years'), ctx => listYears(ctx)),
  serve(contract.openFilialYear, { access: access.runYears, audit: 'filial-models.open' }, (ctx, { body }) =>
    openYear(ctx, body),
  ),
  serve(
    contract.stepFilialYear,
    { access: access.runYears, audit: 'filial-models.step-year' },
    (ctx, { params, body }) => stepYear(ctx, params.id, body),
  ),
  serve(contract.listNominees, reading('filial-models.list'), (ctx, { query }) => listNominees(ctx, query)),
  serve(contract.readNominee, reading('filial-models.read'), (ctx, { params }) => readNominee(ctx, params.id)),
  serve(contract.nominate, { access: access.nominateModels, audit: 'filial-models.nominate' }, (ctx, { body }) =>
    nominate(ctx, body),
  ),
  serve(contract.stepNominee, deciding('filial-models.step'), (ctx, { params, body }) =>
    stepNominee(ctx, params.id, body),
  ),
  serve(contract.setNomineeConsent, deciding('filial-models.consent'), (ctx, { params, body }) =>
    setConsent(ctx, params.id, body),
  ),
  serve(contract.addNomineeFile, deciding('filial-models.add-file'), (ctx, { params, file }) =>
    addFile(ctx, params.id, file),
  ),
  serve(contract.readNomineeFile, reading('filial-models.read-file'), (ctx, { params }) => readFile(ctx, params)),
  serve(contract.listPublicModels, { access: access.everybody, audit: 'filial-models.public' }, ctx => readPublic(ctx)),
];
