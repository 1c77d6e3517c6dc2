import type { Channel } from '#contracts/messages.ts';
import { gateways } from '#gateways/connected.ts';
import { type Delivery, DeliveryUnavailable } from '#gateways/delivery.ts';
import type { Context } from '#platform/http/context.ts';
import type { Keys } from '#platform/secrets/keys.ts';
import { newId } from '#shared/ids.ts';
import { openContact } from './contact.ts';
import { changeDeliveries, type DeliveryChange, type DueDelivery, takeDue } from './db.ts';
import { gather, gatheredMail, notBefore, shanghaiClock } from './rules.ts';
import { GATHERED_SMS, TEMPLATES, type Template, type TemplateName } from './templates.ts';

/** One mail or SMS about to go. */
export type Parcel = { sentAs: string; channel: Channel; parts: DueDelivery[]; to: string | null };

const LIMIT = 500;
const RETRY_AFTER_MS = 10 * 60_000;

/** First transaction: takes what is due, puts off what must wait, marks the rest as being sent. */
export async function claimParcels(ctx: Context): Promise<Parcel[]> {
  const due = await takeDue(ctx, LIMIT);
  const fresh: DueDelivery[] = [];
  for (const one of due.filter(d => d.sentAs === null)) {
    const lastSentOn = one.lastSentAt ? shanghaiClock(one.lastSentAt)[0] : null;
    const earliest = notBefore({ urgent: one.urgent, lastSentOn }, ctx.now);
    if (earliest > ctx.now) await changeDeliveries(ctx, [one], { status: 'waiting', notBefore: earliest });
    else fresh.push(one);
  }
  const again = Map.groupBy(
    due.filter(d => d.sentAs !== null),
    d => d.sentAs as string,
  );
  const parcels = [
    ...[...again].map(([sentAs, parts]) => toParcel(ctx.keys, sentAs, parts)),
    ...gather(fresh).map(parts => toParcel(ctx.keys, newId(), parts)),
  ];
  for (const { parts, sentAs } of parcels) await changeDeliveries(ctx, parts, { status: 'sending', sentAs });
  return parcels;
}

function toParcel(keys: Keys, sentAs: string, parts: DueDelivery[]): Parcel {
  const [first] = parts as [DueDelivery];
  const contact = first.sealed ? openContact(keys, first.toAccountId, first.sealed) : null;
  const to = (first.channel === 'mail' ? contact?.mail : contact?.phone) ?? null;
  return { sentAs, channel: first.channel, parts, to };
}

/** Between the transactions: no database is held while a vendor takes its time. */
export async function sendParcel(parcel: Parcel, now: string): Promise<DeliveryChange> {
  if (!parcel.to) return { status: 'no-address', because: '对方没有留联系方式，只在站内信里能看到' };
  try {
    return toChange(await (parcel.channel === 'mail' ? sendMail(parcel, parcel.to) : sendSms(parcel, parcel.to)));
  } catch (error) {
    if (!(error instanceof DeliveryUnavailable)) throw error;
    const notBefore = new Date(Date.parse(now) + RETRY_AFTER_MS).toISOString();
    return { status: 'waiting', notBefore, because: `${error.message}，10 分钟后再试` };
  }
}

function toChange(delivery: Delivery): DeliveryChange {
  if (delivery.state === 'sent') return { status: 'sent', reference: delivery.reference };
  if (delivery.state === 'refused') return { status: 'refused', because: delivery.because };
  return { status: 'not-connected', because: delivery.manual };
}

function sendMail({ sentAs, parts }: Parcel, to: string): Promise<Delivery> {
  return gateways().mail.send({ to, messageId: sentAs, ...gatheredMail(parts.map(p => p.title)) });
}

function sendSms({ sentAs, parts }: Parcel, phone: string): Promise<Delivery> {
  const [first] = parts as [DueDelivery];
  const own: Template | undefined = TEMPLATES[first.template as TemplateName];
  const isOne = parts.length === 1 && own?.sms;
  const parameters: Record<string, string> = isOne ? { title: first.title } : { count: String(parts.length) };
  return gateways().sms.send({ phone, template: isOne || GATHERED_SMS, parameters, messageId: sentAs });
}

/** Last transaction: writes down what became of a parcel. */
export async function noteOutcome(ctx: Context, parcel: Parcel, outcome: DeliveryChange): Promise<void> {
  await changeDeliveries(ctx, parcel.parts, outcome);
}
