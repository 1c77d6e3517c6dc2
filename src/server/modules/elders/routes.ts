import * as find from '#contracts/elders/find.ts';
import * as file from '#contracts/elders/record.ts';
import * as register from '#contracts/elders/register.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import * as access from './access.ts';
import { changeElder } from './change-elder.ts';
import { checkDuplicates } from './check-duplicates.ts';
import { findElders } from './find-elders.ts';
import { addContact, changeContact, removeContact } from './manage-contacts.ts';
import { lookersOf, readElder, timelineOf } from './read-elder.ts';
import { registerElder } from './register-elder.ts';
import { readReveal, revealElder } from './reveal-elder.ts';
import { recordDeath, stepElder } from './step-elder.ts';

const write = (audit: string) => ({ access: access.writeElder, audit });
const read = (audit: string) => ({ access: access.readElder, audit });

export const routes: Route[] = [
  serve(find.listElders, { access: access.findElders, audit: 'elders.list' }, (ctx, { query }) =>
    findElders(ctx, query),
  ),
  serve(register.checkDuplicates, write('elders.check-duplicates'), (ctx, { body }) => checkDuplicates(ctx, body)),
  serve(register.registerElder, write('elders.register'), (ctx, { body }) => registerElder(ctx, body)),
  serve(file.readElder, read('elders.read'), (ctx, { params }) => readElder(ctx, params.id)),
  serve(file.changeElder, write('elders.change'), (ctx, { params, body }) => changeElder(ctx, params.id, body)),
  serve(file.stepElder, write('elders.step'), (ctx, { params, body }) => stepElder(ctx, params.id, body)),
  serve(file.recordDeath, write('elders.record-death'), (ctx, { params, body }) => recordDeath(ctx, params.id, body)),
  serve(file.revealElder, { access: access.revealElder, audit: 'elders.reveal' }, (ctx, { params, body }) =>
    revealElder(ctx, params.id, body),
  ),
  serve(file.readReveal, { access: access.revealElder, audit: 'elders.read-reveal' }, (ctx, { params }) =>
    readReveal(ctx, params),
  ),
  serve(file.addContact, write('elders.add-contact'), (ctx, { params, body }) => addContact(ctx, params.id, body)),
  serve(file.changeContact, write('elders.change-contact'), (ctx, { params, body }) =>
    changeContact(ctx, { elderId: params.id, contactId: params.contactId }, body),
  ),
  serve(file.removeContact, write('elders.remove-contact'), (ctx, { params }) =>
    removeContact(ctx, { elderId: params.id, contactId: params.contactId }),
  ),
  serve(file.readTimeline, read('elders.timeline'), (ctx, { params, query }) => timelineOf(ctx, params.id, query)),
  serve(file.listLookers, read('elders.lookers'), (ctx, { params }) => lookersOf(ctx, params.id)),
];
