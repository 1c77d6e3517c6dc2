import type { OutputOf } from '#contracts/endpoint.ts';
import type { readSmsSettings as endpoint } from '#contracts/messages.ts';
import { gateways } from '#gateways/connected.ts';
import { GATHERED_SMS, TEMPLATES, type Template } from './templates.ts';

/** Every kind of message that may go out as SMS, with the code under which the carrier knows it. */
export function readSmsSettings(): OutputOf<typeof endpoint> {
  const { connected, sign, codeOf } = gateways().sms;
  const known: readonly Template[] = Object.values(TEMPLATES);
  const kinds = known.flatMap(({ sms: name, title, urgent }) => (name ? [{ name, title, urgent }] : []));
  const gathered = { name: GATHERED_SMS, title: '攒成一条的几件事', urgent: false };
  return { connected, sign, rows: [...kinds, gathered].map(each => ({ ...each, code: codeOf(each.name) ?? null })) };
}
