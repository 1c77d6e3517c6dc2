import * as cards from '#contracts/elders/cards.ts';
import * as find from '#contracts/elders/find.ts';
import * as handovers from '#contracts/elders/handovers.ts';
import * as ledger from '#contracts/elders/ledger.ts';
import * as life from '#contracts/elders/life-events.ts';
import * as file from '#contracts/elders/record.ts';
import * as register from '#contracts/elders/register.ts';
import { type Route, serve } from '#platform/http/serve.ts';
import * as access from './access.ts';
import { decideHandover, listHandovers, readHandover } from './answer-handover.ts';
import { editElder } from './change-elder.ts';
import { checkDuplicates } from './check-duplicates.ts';
import { confirmElders } from './confirm-elders.ts';
import { correctionRoutes } from './corrections/routes.ts';
import { findElders } from './find-elders.ts';
import { importRoutes } from './imports/routes.ts';
import { listCards, recordCard, stepCard } from './keep-cards.ts';
import { addContact, changeContact, removeContact } from './manage-contacts.ts';
import { moveElder, withdrawMove } from './move-elder.ts';
import { outsideRoutes } from './outside/routes.ts';
import { lookersOf, readElder, timelineOf } from './read-elder.ts';
import { readLedger, readUnconfirmed } from './read-ledger.ts';
import { readLifeEvents } from './read-life-events.ts';
import { recordAbsence, recordReturn } from './record-absence.ts';
import { registerElder } from './register-elder.ts';
import { readReveal, revealElder } from './reveal-elder.ts';
import { moveElderOut, recordDeath, stepElder } from './step-elder.ts';
import { decideUndo, undoLifeEvent } from './undo-event.ts';

const write = (audit: string) => ({ access: access.writeElder, audit });
const read = (audit: string) => ({ access: access.readElder, audit });

const people: Route[] = [
  serve(find.listElders, { access: access.findElders, audit: 'elders.list' }, (ctx, { query }) =>
    findElders(ctx, query),
  ),
  serve(register.checkDuplicates, write('elders.check-duplicates'), (ctx, { body }) => checkDuplicates(ctx, body)),
  serve(register.registerElder, write('elders.register'), (ctx, { body }) => registerElder(ctx, body)),
  serve(file.readElder, read('elders.read'), (ctx, { params }) => readElder(ctx, params.id)),
  serve(file.changeElder, write('elders.change'), (ctx, { params, body }) => editElder(ctx, params.id, body)),
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
  serve(cards.listCards, read('elders.cards'), (ctx, { params }) => listCards(ctx, params.id)),
  serve(cards.recordCard, write('elders.record-card'), (ctx, { params, body }) => recordCard(ctx, params.id, body)),
  serve(cards.stepCard, write('elders.step-card'), (ctx, { params, body }) =>
    stepCard(ctx, { elderId: params.id, cardId: params.cardId }, body),
  ),
  serve(file.readTimeline, read('elders.timeline'), (ctx, { params, query }) => timelineOf(ctx, params.id, query)),
  serve(file.listLookers, read('elders.lookers'), (ctx, { params }) => lookersOf(ctx, params.id)),
];

const events: Route[] = [
  serve(life.listLifeEvents, read('elders.life-events'), (ctx, { params }) => readLifeEvents(ctx, params.id)),
  serve(life.moveElder, write('elders.move'), (ctx, { params, body }) => moveElder(ctx, params.id, body)),
  serve(life.moveElderOut, write('elders.move-out'), (ctx, { params, body }) => moveElderOut(ctx, params.id, body)),
  serve(life.recordAbsence, write('elders.away'), (ctx, { params, body }) => recordAbsence(ctx, params.id, body)),
  serve(life.recordReturn, write('elders.return'), (ctx, { params, body }) => recordReturn(ctx, params.id, body)),
  serve(life.undoLifeEvent, write('elders.undo'), (ctx, { params, body }) =>
    undoLifeEvent(ctx, { elderId: params.id, eventId: params.eventId }, body.reason),
  ),
  serve(life.decideUndo, write('elders.decide-undo'), (ctx, { params, body }) =>
    decideUndo(ctx, { elderId: params.id, eventId: params.eventId }, body),
  ),
  serve(life.withdrawMove, write('elders.withdraw-move'), (ctx, { params }) =>
    withdrawMove(ctx, params.id, params.eventId),
  ),
  serve(handovers.listHandovers, { access: access.writeElder, audit: 'elders.handovers' }, (ctx, { query }) =>
    listHandovers(ctx, query),
  ),
  serve(handovers.readHandover, { access: access.writeElder, audit: 'elders.handover' }, (ctx, { params }) =>
    readHandover(ctx, params.id),
  ),
  serve(handovers.decideHandover, { access: access.writeElder, audit: 'elders.decide-handover' }, (ctx, input) =>
    decideHandover(ctx, input.params.id, input.body),
  ),
];

const ledgerRoutes: Route[] = [
  serve(ledger.readLedger, { access: access.findElders, audit: 'elders.ledger' }, (ctx, { query }) =>
    readLedger(ctx, query.area),
  ),
  serve(ledger.listUnconfirmed, { access: access.writeElder, audit: 'elders.unconfirmed' }, (ctx, { query }) =>
    readUnconfirmed(ctx, query),
  ),
  serve(ledger.confirmElders, { access: access.confirmElders, audit: 'elders.confirm' }, (ctx, { body }) =>
    confirmElders(ctx, body),
  ),
];

export const routes: Route[] = [
  ...people,
  ...ledgerRoutes,
  ...events,
  ...correctionRoutes,
  ...outsideRoutes,
  ...importRoutes,
];
