import * as endpoints from '#contracts/doctors.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import { ownPatients, seeDoctor, signForElder } from './access.ts';
import { listContracts, listDoctors, readElder } from './read-contracts.ts';
import { recordContact } from './record-contact.ts';
import { signDoctor } from './sign-contract.ts';

export const routes: Route[] = [
  serve(endpoints.listDoctorContracts, { access: ownPatients, audit: 'doctors.contracts' }, (ctx, { query }) =>
    listContracts(ctx, query),
  ),
  serve(endpoints.readElderDoctor, { access: seeDoctor, audit: 'doctors.read' }, (ctx, { params }) =>
    readElder(ctx, params.elderId),
  ),
  serve(endpoints.listDoctors, { access: signForElder, audit: 'doctors.choices' }, (ctx, { params }) =>
    listDoctors(ctx, params.elderId),
  ),
  serve(endpoints.signDoctor, { access: signForElder, audit: 'doctors.sign' }, (ctx, { params, body }) =>
    signDoctor(ctx, params.elderId, body.doctorId),
  ),
  serve(endpoints.recordDoctorContact, { access: ownPatients, audit: 'doctors.contact' }, (ctx, { body }) =>
    recordContact(ctx, body),
  ),
];
