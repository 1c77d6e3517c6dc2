import * as contract from '#contracts/agreements.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { keepAgreements, readAgreements } from './access.ts';
import { addFile, readFile } from './files.ts';
import { addTask, registerAgreement, stepAgreement } from './keep-agreements.ts';
import { listAgreements, readAgreement } from './read-agreements.ts';

const reading = (audit: string) => ({ access: readAgreements, audit });
const keeping = (audit: string) => ({ access: keepAgreements, audit });

export const routes: readonly Route[] = [
  serve(contract.listAgreements, reading('agreements.list'), (ctx, { query }) => listAgreements(ctx, query)),
  serve(contract.readAgreement, reading('agreements.read'), (ctx, { params }) => readAgreement(ctx, params.id)),
  serve(contract.registerAgreement, keeping('agreements.register'), (ctx, { body }) => registerAgreement(ctx, body)),
  serve(contract.addAgreementTask, keeping('agreements.add-task'), (ctx, { params, body }) =>
    addTask(ctx, params.id, body),
  ),
  serve(contract.stepAgreement, keeping('agreements.step'), (ctx, { params, body }) =>
    stepAgreement(ctx, params.id, body),
  ),
  serve(contract.addAgreementFile, keeping('agreements.add-file'), (ctx, { params, file }) =>
    addFile(ctx, params.id, file),
  ),
  serve(contract.readAgreementFile, reading('agreements.read-file'), (ctx, { params }) => readFile(ctx, params)),
];
